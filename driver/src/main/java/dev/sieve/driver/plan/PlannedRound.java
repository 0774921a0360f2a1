package dev.sieve.driver.plan;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import dev.sieve.Texts;
import dev.sieve.driver.stage.Stage;
import dev.sieve.trial.Trial;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A round of a stage, to be trained.
 *
 * @param number 0 for the first of its stage
 */
public record PlannedRound(Stage stage, int number, Round round) {
  public PlannedRound {
    requireNonNull(stage, "stage is null");
    check(number >= 0, "number must be >= 0, but was %d", number);
    requireNonNull(round, "round is null");
  }

  public List<Trial> trials() {
    return round.trials();
  }

  /** Returns why bounds moved with this round, in sentences. */
  public List<String> reasons() {
    return round.reasons();
  }

  /** Returns what it is called while it runs: its stage, and its rung or its repeat. */
  public String title() {
    if (round.audit()) {
      return stage.name() + ", audit";
    }
    if (stage.conf().race()) {
      return Texts.format("%s, repeat %d", stage.name(), trials().get(0).repeat() + 1);
    }
    return stage.conf().pruner().isEmpty()
        ? stage.name()
        : Texts.format("%s, up to %s epochs", stage.name(), rungs());
  }

  private String rungs() {
    return trials().stream()
        .map(trial -> trial.leg().until())
        .distinct()
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  /** Returns whether an earlier stage has narrowed the space that its trials were drawn from. */
  public boolean isNarrowed() {
    return stage
        .conf()
        .plan()
        .map(search -> search.narrowing().isPresent(), confirm -> false, last -> false);
  }
}
