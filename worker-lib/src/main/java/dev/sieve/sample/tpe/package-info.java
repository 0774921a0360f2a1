/**
 * The tree-structured Parzen estimator: a sampler whose time grows slowly with the number of
 * trials, and that takes lists and conditions as they are. Imports {@code dev.sieve.sample} and
 * {@code sample.cube}.
 */
package dev.sieve.sample.tpe;
