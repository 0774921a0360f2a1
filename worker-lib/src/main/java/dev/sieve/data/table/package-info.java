/**
 * Tables on their way to become data sets, whatever file they come from: which columns are inputs,
 * missing values, categories, labels, and the share that tests. Imports {@code data}, {@code
 * data.source}, {@code format}, {@code sample} and {@code dev.sieve}.
 */
package dev.sieve.data.table;
