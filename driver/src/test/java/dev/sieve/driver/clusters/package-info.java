/** Whole searches on real cluster managers, by {@code submit/sieve} as users start it. */
package dev.sieve.driver.clusters;
