/**
 * The tables that a search leaves: each column declared once, with its type and its meaning. The
 * driver's schema, the CSV files and the documentation derive from here. Imports {@code trial} and
 * what lies below it.
 */
package dev.sieve.result;
