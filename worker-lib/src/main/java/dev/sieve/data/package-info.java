/**
 * Images and labels: where they come from, how they are split and normalized, and how a mini-batch
 * of them becomes floats. Imports {@code kernel}, {@code sample} and {@code dev.sieve}.
 */
package dev.sieve.data;
