/**
 * The BLAS libraries that netlib calls: one in a file, the one that JavaCPP unpacks, those in Java.
 * Training uses one where the conf asks for it; the benchmark compares with one. Imports {@code
 * dev.sieve} alone.
 */
package dev.sieve.blas;
