/** The BLAS that training is compared with. Imports {@code dev.sieve} alone. */
package dev.sieve.blas;
