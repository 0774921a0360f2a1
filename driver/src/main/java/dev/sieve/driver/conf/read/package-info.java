/**
 * Reads confs: text into the records of {@code conf}, all mistakes at once. Imports {@code conf},
 * {@code conf.text} and {@code source} of the driver.
 */
package dev.sieve.driver.conf.read;
