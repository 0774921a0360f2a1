package dev.sieve.driver.forecast;

import dev.sieve.net.Topology;
import dev.sieve.space.Axes;
import dev.sieve.space.Candidate;
import dev.sieve.space.SearchSpace;
import dev.sieve.trial.Trial;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** How much there is to train of a candidate, in units that compare candidates of one data set. */
final class CandidateSize {
  /** Inputs and classes that stand for any: layers above the first count little beside it. */
  private static final int INPUTS = 1000;

  private static final int CLASSES = 10;

  private CandidateSize() {}

  static double of(Candidate candidate) {
    return of(candidate.hyperparameters().hidden(), candidate.epochs());
  }

  private static double of(List<Integer> hidden, int epochs) {
    return new Topology(INPUTS, hidden, CLASSES).operations() * epochs;
  }

  /**
   * Returns the smallest and the largest candidate of {@code space}, as factors of the mean size of
   * {@code drawn}: whatever is chosen lies between.
   */
  static Range bounds(SearchSpace space, List<Trial> drawn) {
    DoubleSummaryStatistics all = new DoubleSummaryStatistics();
    for (List<Integer> hidden : space.domain(Axes.HIDDEN).extremes()) {
      for (int epochs : space.domain(Axes.EPOCHS).extremes()) {
        all.accept(of(hidden, epochs));
      }
    }
    double mean =
        drawn.stream().mapToDouble(trial -> of(trial.candidate())).average().orElseThrow();
    return new Range(Math.min(1, all.getMin() / mean), 1, Math.max(1, all.getMax() / mean));
  }
}
