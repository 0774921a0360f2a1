/**
 * Matrix products: which BLAS runs, with how many threads, and where its results are the same bits
 * for one matrix alone and for several side by side. Imports {@code dev.sieve} alone.
 */
package dev.sieve.blas;
