/**
 * Recorded trials, trained again and compared with what the run directory says of them, digit by
 * digit; on this machine, without Spark's tasks. Only reads. Imports {@code pack}, {@code plan},
 * {@code stage}, {@code checkpoint}, {@code conf}, {@code run}, {@code run.journal} and {@code
 * error} of the driver.
 */
package dev.sieve.driver.repeat;
