/**
 * The search itself: claims its run directory, has round after round of its stages trained, and
 * keeps what comes back. Knows no Spark: it is given what trains. Imports {@code pack}, {@code
 * plan}, {@code plan.cube}, {@code saving}, {@code reuse}, {@code stage}, {@code fit}, {@code
 * checkpoint}, {@code conf}, {@code run}, {@code run.journal} and {@code error} of the driver.
 */
package dev.sieve.driver.search;
