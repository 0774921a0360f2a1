/**
 * Where Spark begins: how the session is set up, and whether its master can be reached. Imports
 * {@code dev.sieve.driver.error}.
 */
package dev.sieve.driver.spark;
