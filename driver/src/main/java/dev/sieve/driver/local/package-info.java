/**
 * Packs trained in this JVM, without Spark: for tests of whole searches, and for small ones.
 * Imports {@code attempt}, {@code pack} and {@code checkpoint} of the driver.
 */
package dev.sieve.driver.local;
