/**
 * Whatever Spark reads, as a table: rows are read, decoded and compacted by executors, and come to
 * the driver in blocks. Imports {@code source.image} and {@code spark} of the driver.
 */
package dev.sieve.driver.source.frame;
