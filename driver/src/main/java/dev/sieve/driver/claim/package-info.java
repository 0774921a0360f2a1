/**
 * Whether a search may use a run directory: it is free, holds this very search, or another one that
 * makes way. Only reads, but for locks. Imports {@code reuse}, {@code conf}, {@code conf.read},
 * {@code run}, {@code run.journal} and {@code error} of the driver.
 */
package dev.sieve.driver.claim;
