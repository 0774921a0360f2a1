package dev.sieve.importance;

import java.util.List;

/**
 * What one axis of the cube, or two together, do to scores.
 *
 * @param axes one, or two for what they do together beyond what each does alone
 * @param share of the variance over the whole cube, in [0, 1]
 * @param deviation of scores, in their unit, that it causes there
 * @param shareOfBest of the variance among the best quarter of the cube, in [0, 1]
 * @param deviationOfBest likewise
 */
public record Effect(
    List<Integer> axes,
    double share,
    double deviation,
    double shareOfBest,
    double deviationOfBest) {
  public Effect {
    axes = List.copyOf(axes);
  }
}
