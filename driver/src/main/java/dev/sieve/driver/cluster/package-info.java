/**
 * Packs trained on Spark: a task for each, rounds until each has its result, and what becomes of
 * those whose executor is lost. Imports {@code pack}, {@code checkpoint}, {@code run} and {@code
 * error} of the driver.
 */
package dev.sieve.driver.cluster;
