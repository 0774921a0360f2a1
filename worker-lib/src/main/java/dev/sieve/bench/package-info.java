/**
 * Measures how fast this machine trains, beside how fast it multiplies matrices. Imports {@code
 * blas}, {@code data}, {@code kernel} and {@code net}.
 */
package dev.sieve.bench;
