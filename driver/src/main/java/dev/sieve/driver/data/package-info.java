/**
 * Data from afar: files of any Hadoop file system, and data sets fetched over HTTP. Imports {@code
 * dev.sieve.data} and Hadoop, no Spark.
 */
package dev.sieve.driver.data;
