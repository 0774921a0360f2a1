/**
 * The trials of each stage: drawn from its space, or following from the results of the stage before
 * it; and which of them the journal holds already. Trains nothing. Imports {@code conf}, {@code
 * run} and {@code error} of the driver.
 */
package dev.sieve.driver.plan;
