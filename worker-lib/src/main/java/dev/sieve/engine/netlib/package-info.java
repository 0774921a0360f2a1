/**
 * The engine that leaves products to a BLAS, found by netlib: OpenBLAS, the system's library, or
 * netlib's own Java. What it promises is weaker than what Sieve's kernels do: the same bits with
 * the same library on the same kind of processor. Imports {@code blas}, {@code engine}, {@code
 * kernel} and {@code dev.sieve}.
 */
package dev.sieve.engine.netlib;
