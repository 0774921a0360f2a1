/**
 * Packs trained on Spark: a task for each, retries until each has its result, and what becomes of
 * those whose executor is lost. Imports {@code attempt}, {@code pack}, {@code checkpoint}, {@code
 * run} and {@code error} of the driver.
 */
package dev.sieve.driver.cluster;
