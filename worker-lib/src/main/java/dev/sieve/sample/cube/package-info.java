/**
 * The unit cube as a learning sampler sees it: which axes are continuous, ordered or choices, which
 * apply only under a condition, and what was evaluated so far. {@code CubeSampler} is the interface
 * of all samplers. Knows no hyperparameters: whoever searches describes its domains by a {@code
 * Cube}. Imports {@code dev.sieve} and {@code dev.sieve.sample}.
 */
package dev.sieve.sample.cube;
