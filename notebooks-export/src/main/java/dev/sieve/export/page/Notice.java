package dev.sieve.export.page;

import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import dev.sieve.run.SearchPlan.Stage;
import dev.sieve.trial.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a reader must know before all else: what is unfinished, not known or not drawn. */
final class Notice {
  private Notice() {}

  /** Returns all of it in one text; null if there is nothing. */
  static String of(List<Run> runs, List<String> undrawn) {
    List<String> notices = new ArrayList<>();
    Verdict.warning(runs).ifPresent(notices::add);
    for (Run run : runs) {
      unfinished(run).ifPresent(notices::add);
      if (run.plan().recorded().isEmpty()) {
        notices.add(
            run.name()
                + " has no plan.json: it was made by an earlier version of Sieve, so the ranges"
                + " that were searched are not shown. The same search command adds it.");
      }
    }
    notices.addAll(undrawn);
    return notices.isEmpty() ? null : String.join(" ", notices);
  }

  private static Optional<String> unfinished(Run run) {
    List<String> missing =
        run.stages().stream().map(Stage::name).filter(stage -> run.of(stage).isEmpty()).toList();
    Optional<String> failed =
        run.stages().stream().filter(stage -> isFailure(run, stage)).map(Stage::name).findFirst();
    if (failed.isPresent()) {
      return Optional.of(
          run.name()
              + " ended in "
              + failed.get()
              + ", none of whose trials completed. "
              + (run.trials().stream().allMatch(t -> t.status().equals(Status.DIVERGED.name()))
                  ? "All diverged: a conf with lower learning rates is needed."
                  : "The causes stand below."));
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            run.name()
                + " is unfinished: no trial of "
                + String.join(", ", missing)
                + " has ended. The same search command continues it.");
  }

  /** Returns whether all trials of {@code stage} have ended, and none completed. */
  private static boolean isFailure(Run run, Stage stage) {
    List<RunTrial> trials = run.of(stage.name());
    return stage.trials() > 0
        && trials.size() >= stage.trials()
        && trials.stream().noneMatch(RunTrial::completed);
  }
}
