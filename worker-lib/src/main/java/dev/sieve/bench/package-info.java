/**
 * Measures how fast this machine trains, and how fast OpenBLAS multiplies matrices on it. Imports
 * {@code blas}, {@code train} and what lies below it.
 */
package dev.sieve.bench;
