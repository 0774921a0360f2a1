package dev.sieve.sample;

import java.io.Serializable;

/** Chooses where in the unit cube trials lie, whatever their results. */
public sealed interface Sampler extends Serializable
    permits RandomSampler, GridSampler, SobolSampler, LatinHypercubeSampler {

  /**
   * Returns {@code count} points of [0, 1)^{@code dimensions}, one a row; equal arguments always
   * give equal points, and the points of a smaller count are the first of a larger one's.
   */
  double[][] points(int count, int dimensions);
}
