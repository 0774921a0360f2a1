/** The BLAS that training is measured against. Imports {@code dev.sieve} alone. */
package dev.sieve.blas;
