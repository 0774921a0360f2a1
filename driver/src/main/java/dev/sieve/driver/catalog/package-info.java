/**
 * Tables of a catalog of Spark's, such as Hive's metastore, Iceberg or Delta, that hold the results
 * of many runs together. Imports {@code conf}, {@code run} and {@code error} of the driver.
 */
package dev.sieve.driver.catalog;
