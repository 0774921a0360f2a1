package dev.sieve.driver.saving;

import dev.sieve.driver.plan.cube.TrialLegs;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What the stages of a search have saved, those that save anything.
 *
 * @param pruning of stages whose trials are pruned
 * @param races of repeats
 */
public record Savings(List<Pruning> pruning, List<Raced> races) {
  public Savings {
    pruning = List.copyOf(pruning);
    races = List.copyOf(races);
  }

  /**
   * Returns those of {@code stages}.
   *
   * @param onAllLegs what each trial has come to on each of its legs
   */
  public static Savings of(
      List<StageTrials> stages, Function<StageTrials, List<TrialResult>> onAllLegs) {
    List<Pruning> pruning = new ArrayList<>();
    List<Raced> races = new ArrayList<>();
    for (StageTrials stage : stages) {
      List<TrialResult> all = onAllLegs.apply(stage);
      if (stage.stage().conf().pruner().isPresent()) {
        pruning.add(Pruning.of(stage, all, new TrialLegs(all).latest()));
      }
      if (stage.stage().conf().race()) {
        races.add(Raced.of(stage, all));
      }
    }
    return new Savings(pruning, races);
  }
}
