/**
 * The search itself: plans the trials of each stage, packs them, has them trained on Spark, and
 * keeps what comes back. Imports {@code conf}, {@code checkpoint}, {@code run} and {@code error} of
 * the driver.
 */
package dev.sieve.driver.search;
