/**
 * What a network is: its layers, its weights, the objective that it minimizes and the optimizer
 * that updates it. Imports {@code kernel}, {@code sample} and {@code dev.sieve}.
 */
package dev.sieve.net;
