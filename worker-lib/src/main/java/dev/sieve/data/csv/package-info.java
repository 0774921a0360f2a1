/**
 * Tables in CSV. Imports {@code data}, {@code data.source}, {@code data.table} and {@code
 * dev.sieve}.
 */
package dev.sieve.data.csv;
