/**
 * Networks: their weights, the fused training step of a pack, and a slow double reference that
 * checks it. Imports {@code kernel}, {@code sample} and {@code dev.sieve}.
 */
package dev.sieve.net;
