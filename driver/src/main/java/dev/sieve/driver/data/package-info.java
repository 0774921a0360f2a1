/**
 * Data from afar: files of any Hadoop file system, and data sets fetched over HTTP. Imports {@code
 * dev.sieve.data}, {@code dev.sieve.data.source}, {@code dev.sieve.driver.error} and Hadoop, no
 * Spark.
 */
package dev.sieve.driver.data;
