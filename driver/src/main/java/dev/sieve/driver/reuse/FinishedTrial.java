package dev.sieve.driver.reuse;

import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.journal.JournalEntry;
import dev.sieve.trial.Trial;

/**
 * A trial that another run has finished.
 *
 * @param run of that trial
 * @param entry what its journal says
 * @param hasItsFiles whether the files that are called by its stage and number are of this trial:
 *     not where the run has trained another one of that name, too
 */
public record FinishedTrial(RunDirectory run, JournalEntry entry, boolean hasItsFiles) {

  /** Returns {@code planned}, which has the same numbers, as it is called in {@link #run}. */
  public Trial there(Trial planned) {
    return new Trial(
        entry.stage(),
        entry.trial(),
        planned.hyperparameters(),
        planned.repeat(),
        planned.epochs(),
        planned.point(),
        planned.leg());
  }

  /** Returns whether the table {@code predictions} of {@link #run} is of this trial. */
  public boolean isPredicted() {
    return hasItsFiles && entry.stage().equals(StageConf.FINAL) && entry.trial() == 0;
  }
}
