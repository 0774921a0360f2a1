/**
 * The sampler that fits a Gaussian process to what was told, and the scores that the process
 * smooths. All sums are in a fixed order and all functions of {@code StrictMath} (a square root is
 * exact anyway), since a last digit may decide a sign in the fit: equal results give equal points
 * on every machine. Imports {@code dev.sieve.kernel}, {@code dev.sieve.sample} and {@code
 * sample.cube}.
 */
package dev.sieve.sample.gp;
