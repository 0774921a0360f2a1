/**
 * Compares samplers on surfaces whose best point is known: how much is lost by what each of them
 * finds. Imports {@code statistics}, {@code dev.sieve} and the packages of {@code
 * dev.sieve.sample}.
 */
package dev.sieve.bench.search;
