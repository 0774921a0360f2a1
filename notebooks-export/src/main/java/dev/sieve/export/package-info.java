/**
 * Turns a run directory into a report and a notebook. Reads the CSV tables and {@code
 * models/*.npz}, and starts no Spark: the run directory is the whole contract with the driver.
 * Imports nothing of Sieve.
 */
package dev.sieve.export;
