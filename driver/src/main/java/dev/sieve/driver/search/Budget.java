package dev.sieve.driver.search;

import dev.sieve.Texts;
import dev.sieve.driver.conf.Limits;
import dev.sieve.driver.pack.Deadline;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What one run of a search may still train, by its limits, and which of them it has reached. */
final class Budget {
  private final Limits limits;
  private final Deadline deadline;
  private String reached = "";

  /** The time begins now. */
  Budget(Limits limits) {
    this.limits = limits;
    this.deadline = new Deadline(limits.search());
  }

  Deadline deadline() {
    return deadline;
  }

  /** Hears of a result, of this run or an earlier one: one that is good enough ends the search. */
  void heard(TrialResult result) {
    if (limits.target().filter(target -> result.validationAccuracy() >= target).isPresent()) {
      reach(
          Texts.format(
              "target-accuracy, %s, was reached by %s",
              limits.target().get(), result.trial().label()));
      deadline.end();
    }
  }

  /**
   * Returns as many of {@code missing} as may be trained, the first ones.
   *
   * @param known those that have been trained, by this run or an earlier one, on each of their legs
   */
  List<Trial> allowed(List<Trial> missing, List<Trial> known) {
    Set<String> begun = new HashSet<>();
    known.forEach(trial -> begun.add(trial.label()));
    long epochs = known.stream().mapToLong(trial -> trial.leg().epochs()).sum();
    List<Trial> allowed = new ArrayList<>();
    for (Trial trial : missing) {
      begun.add(trial.label()); // one that goes on from a rung counts once
      epochs += trial.leg().epochs();
      if (exceeds("trials", begun.size(), limits.trials())
          || exceeds("epochs", epochs, limits.epochs())) {
        break;
      }
      allowed.add(trial);
    }
    return allowed;
  }

  private boolean exceeds(String limit, long number, Optional<Integer> most) {
    boolean exceeds = most.filter(count -> number > count).isPresent();
    if (exceeds) {
      reach(Texts.format("%s, %d, was reached", limit, most.get()));
    }
    return exceeds;
  }

  private void reach(String limit) {
    if (reached.isEmpty()) {
      reached = limit;
    }
  }

  /** Returns whether a result has been good enough. */
  boolean isReached() {
    return !reached.isEmpty();
  }

  /** Returns which limit has been reached; that of time, where it is no other. */
  String reason() {
    return "limits."
        + (isReached()
            ? reached
            : Texts.format(
                "search, %s, was reached",
                limits.search().toString().substring(2).toLowerCase(Locale.ROOT)));
  }
}
