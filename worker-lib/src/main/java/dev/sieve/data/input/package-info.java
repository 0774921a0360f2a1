/**
 * How values become a network's inputs: normalizations, what they are fitted to, and how examples
 * of a mini-batch become floats, mirrored and shifted where they are images. Imports {@code data},
 * {@code kernel} and {@code dev.sieve}.
 */
package dev.sieve.data.input;
