/**
 * Coarse to fine: a box around the best points, and a sampler that narrows it round by round.
 * Imports {@code dev.sieve.sample}, {@code sample.cube} and {@code sample.gp}.
 */
package dev.sieve.sample.box;
