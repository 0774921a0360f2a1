/** The list of all sources. Imports their packages and {@code data.source}. */
package dev.sieve.data.catalog;
