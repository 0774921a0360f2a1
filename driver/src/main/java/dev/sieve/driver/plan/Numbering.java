package dev.sieve.driver.plan;

import dev.sieve.driver.conf.StageConf;
import dev.sieve.sample.cube.Point;
import dev.sieve.space.Candidate;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the trials of a stage: all repeats of the first candidate, then those of the second, and
 * so on. A candidate that is drawn again, from lists or integers, gets further repeats: the same
 * ones would come out the same to the last bit.
 */
final class Numbering {
  private final StageConf stage;
  private final int first;
  private final int firstRepeat;
  private final Map<Candidate, Integer> repeats = new HashMap<>();
  private final List<Trial> trials = new ArrayList<>();

  /**
   * @param before results of the rounds before
   */
  Numbering(StageConf stage, List<TrialResult> before) {
    this(stage, before, 0);
  }

  /**
   * @param before results of the rounds before
   * @param firstRepeat number of the first repeat of each candidate
   */
  Numbering(StageConf stage, List<TrialResult> before, int firstRepeat) {
    this.stage = stage;
    this.first = before.size();
    this.firstRepeat = firstRepeat;
    before.forEach(result -> repeats.merge(result.trial().candidate(), 1, Integer::sum));
  }

  /** Adds as many repeats of {@code candidate} as the stage trains of each at once. */
  void add(Candidate candidate, Point point) {
    add(candidate, point, stage.repeatsAtOnce());
  }

  /** Adds so many repeats of {@code candidate}. */
  void add(Candidate candidate, Point point, int times) {
    for (int i = 0; i < times; i++) {
      int repeat = firstRepeat + repeats.merge(candidate, 1, Integer::sum) - 1;
      trials.add(
          new Trial(
              stage.name(),
              first + trials.size(),
              candidate.hyperparameters(),
              repeat,
              candidate.epochs(),
              point));
    }
  }

  /** Returns the trials of all that was added. */
  List<Trial> trials() {
    return List.copyOf(trials);
  }
}
