/**
 * IDX files, as MNIST and its successors are distributed. Imports {@code data}, {@code
 * data.source}, {@code format} and {@code dev.sieve}.
 */
package dev.sieve.data.idx;
