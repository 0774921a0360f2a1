/**
 * Where Spark begins: how the session is set up, and whether its master can be reached. Imports
 * {@code dev.sieve.driver.error}, and of the worker library the name of a variable of OpenBLAS's.
 */
package dev.sieve.driver.spark;
