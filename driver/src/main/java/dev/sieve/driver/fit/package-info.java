/**
 * Whether data and networks fit into arrays and into memory, known before anything is read or
 * trained. Imports {@code conf} and {@code error} of the driver.
 */
package dev.sieve.driver.fit;
