/**
 * Data from afar: files of any Hadoop file system, and data sets fetched over HTTP. Imports {@code
 * dev.sieve.data}, {@code dev.sieve.data.source} and Hadoop, no Spark.
 */
package dev.sieve.driver.data;
