/**
 * The search itself: claims its run directory, has the trials of stage after stage trained, and
 * keeps what comes back. Imports {@code cluster}, {@code pack}, {@code plan}, {@code checkpoint},
 * {@code conf}, {@code run} and {@code error} of the driver.
 */
package dev.sieve.driver.search;
