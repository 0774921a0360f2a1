/**
 * Searches whose driver runs on a cluster: the client checks and ships what it was given, and says
 * how the driver ended. Imports {@code dev.sieve.driver.conf}, {@code .error}, {@code .run} and
 * {@code .spark}.
 */
package dev.sieve.driver.submit;
