/**
 * Engines: what computes the products of a training. A search chooses one; the choice travels with
 * its tasks as a small value, and becomes machinery once per JVM. Imports {@code kernel} alone.
 */
package dev.sieve.engine;
