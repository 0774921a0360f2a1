/**
 * What other runs have finished of the trials that a search plans: which trials have the same
 * numbers, whatever search, stage and pack they are in, and where their results lie. Only reads.
 * Imports {@code pack}, {@code plan}, {@code stage}, {@code conf}, {@code conf.read}, {@code run},
 * {@code run.journal} and {@code error} of the driver.
 */
package dev.sieve.driver.reuse;
