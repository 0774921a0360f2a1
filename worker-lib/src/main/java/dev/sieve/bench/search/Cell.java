package dev.sieve.bench.search;

/**
 * What was measured: one sampler on one surface.
 *
 * @param batch points asked for at a time; 0 where that makes no difference
 * @param evaluations after which the point was chosen
 */
public record Cell(String surface, String sampler, int batch, int evaluations) {}
