/**
 * Where Spark begins: how the session is set up, and whether its master can be reached. Imports
 * {@code dev.sieve.driver.error} alone.
 */
package dev.sieve.driver.spark;
