/**
 * Random streams and samplers: where the numbers of a search come from. A sampler draws points of
 * the unit cube and knows neither hyperparameters nor domains. Imports {@code dev.sieve} alone.
 */
package dev.sieve.sample;
