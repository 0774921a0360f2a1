/**
 * Networks that train together on the same mini-batches: their first layers stand side by side, so
 * that one product serves them all. Imports {@code net}, {@code kernel}, {@code sample}, {@code
 * team} and {@code dev.sieve}.
 */
package dev.sieve.net.pack;
