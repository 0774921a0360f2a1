/**
 * The notebook: cells with what they show already in them, and code that makes the same from the
 * run directory. Imports {@code draw}, {@code figure} and {@code run}.
 */
package dev.sieve.export.notebook;
