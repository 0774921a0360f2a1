/**
 * The page: what it says, in the order in which people ask, and the data that its scripts show.
 * Imports {@code draw}, {@code figure}, {@code run} and {@code dev.sieve.statistics}.
 */
package dev.sieve.export.page;
