/**
 * The rounds of each stage: strategies that draw trials from a space, or go on from the results of
 * an earlier stage, and which of these trials the journal holds already. Trains nothing. Imports
 * {@code plan.cube}, {@code stage}, {@code conf}, {@code run}, {@code run.journal} and {@code
 * error} of the driver.
 */
package dev.sieve.driver.plan;
