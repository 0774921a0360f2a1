/**
 * An attempt to train a pack: the same in a task of Spark's and in this JVM. Whatever a trial
 * throws is a result. Imports {@code pack}, {@code checkpoint} and {@code run} of the driver.
 */
package dev.sieve.driver.attempt;
