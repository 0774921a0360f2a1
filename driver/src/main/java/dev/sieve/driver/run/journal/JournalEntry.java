package dev.sieve.driver.run.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.result.ExecutionTable;
import dev.sieve.trial.CurvePoint;
import dev.sieve.trial.Ensemble;
import dev.sieve.trial.Execution;
import dev.sieve.trial.Failure;
import dev.sieve.trial.Measured;
import dev.sieve.trial.Metrics;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.List;
import java.util.Objects;

/**
 * What the journal keeps of a trial: what came of it, and enough of the trial itself to see whether
 * a search that is continued plans the same one. The components are those of {@link TrialResult}
 * and {@link Trial}.
 *
 * @param rung epochs after which it stopped; null where that is the end of its budget, and in
 *     journals of before there were rungs
 * @param mirror null, too, in journals of before it could be asked for
 * @param averaged null, too, in such journals
 * @param reused the run that it was taken over from, as messages show it; null where this run has
 *     trained it
 */
public record JournalEntry(
    String stage,
    int trial,
    String configuration,
    int repeat,
    int epochs,
    Status status,
    Failure failure,
    long steps,
    Metrics train,
    Metrics validation,
    Metrics test,
    List<CurvePoint> curve,
    Ensemble ensemble,
    Execution execution,
    Integer rung,
    Measured mirror,
    @JsonInclude(JsonInclude.Include.NON_NULL) Measured averaged,
    @JsonInclude(JsonInclude.Include.NON_NULL) String reused) {

  /** Returns the entry of a trial that has ended. */
  public static JournalEntry of(TrialResult result, Execution execution) {
    return of(result, execution, null);
  }

  private static JournalEntry of(TrialResult result, Execution execution, String reused) {
    Trial trial = result.trial();
    return new JournalEntry(
        trial.stage(),
        trial.index(),
        trial.hyperparameters().configuration(),
        trial.repeat(),
        trial.epochs(),
        result.status(),
        result.failure(),
        result.steps(),
        result.train(),
        result.validation(),
        result.test(),
        result.curve(),
        result.ensemble(),
        execution,
        rung(trial),
        result.mirror(),
        result.averaged(),
        reused);
  }

  /**
   * Returns the entry of {@code planned} in another run, which takes the result over from {@code
   * run}. Its pack is called by that run, too: packs of both may have one name.
   */
  public JournalEntry takenOver(Trial planned, RunDirectory run) {
    String pack = execution.pack();
    Execution there =
        reused == null
            ? execution.inPack(run.name() + ExecutionTable.PACK_OF_RUN + pack)
            : execution;
    return of(result(planned), there, run.display());
  }

  private static Integer rung(Trial trial) {
    return trial.endsAtRung() ? trial.leg().until() : null;
  }

  /** Returns whether this entry is about {@code planned}. */
  public boolean isOf(Trial planned) {
    return stage.equals(planned.stage())
        && trial == planned.index()
        && configuration.equals(planned.hyperparameters().configuration())
        && repeat == planned.repeat()
        && epochs == planned.epochs()
        && Objects.equals(rung, rung(planned));
  }

  /** Returns whether another run of the search would record the same. */
  public boolean lasts() {
    return failure == null || !failure.passing();
  }

  /** Returns the result, of {@code planned}. */
  public TrialResult result(Trial planned) {
    return new TrialResult(
        planned,
        status,
        failure,
        steps,
        train,
        validation,
        test,
        curve,
        ensemble,
        mirror,
        averaged);
  }
}
