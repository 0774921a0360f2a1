package dev.sieve.driver.pack;

import dev.sieve.train.Trained;
import dev.sieve.trial.Execution;
import dev.sieve.trial.Failure;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a pack.
 *
 * @param pack what it was asked to train
 * @param trained the trials, in the pack's order
 * @param executions where and how each ran
 * @param warnings what the user should know of it
 */
public record PackResult(
    Pack pack, List<Trained> trained, List<Execution> executions, List<String> warnings)
    implements Serializable {

  public PackResult {
    trained = List.copyOf(trained);
    executions = List.copyOf(executions);
    warnings = List.copyOf(warnings);
  }

  /** Returns that of a pack whose training never came to its end: {@code error} says why. */
  public static PackResult lost(Pack pack, Throwable error) {
    String message = error == null ? "its job ended without it" : error.getMessage();
    String line = String.valueOf(message).lines().findFirst().orElse("no message");
    List<Trained> trained = new ArrayList<>();
    List<Execution> executions = new ArrayList<>();
    for (Trial trial : pack.trials()) {
      trained.add(Trained.without(TrialResult.without(trial, Failure.LOST, 0, List.of()), line));
      executions.add(Execution.lost(pack.name(), pack.trials().size(), executions.size(), line));
    }
    return new PackResult(pack, trained, executions, List.of());
  }
}
