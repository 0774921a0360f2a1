/**
 * Where Spark begins: how it is set up and started, and whether its master can be reached. Imports
 * {@code dev.sieve.driver.error}.
 */
package dev.sieve.driver.spark;
