/**
 * Measures how fast this machine trains, beside how fast it multiplies matrices. Imports {@code
 * blas}, {@code data}, {@code kernel}, {@code net}, {@code sample}, {@code team} and {@code
 * dev.sieve}.
 */
package dev.sieve.bench;
