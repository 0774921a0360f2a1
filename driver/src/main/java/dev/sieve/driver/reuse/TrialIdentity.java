package dev.sieve.driver.reuse;

import dev.sieve.driver.run.journal.JournalEntry;
import dev.sieve.trial.Trial;

/**
 * What decides the numbers of a trial: two with equal ones have the same bits, in any search, stage
 * and pack, on any cluster.
 *
 * @param ground what it shares with all trials of its stage
 * @param configuration id of the hyperparameters
 * @param repeat number of the training of this configuration
 * @param epochs budget
 * @param until epochs that are trained: fewer than the budget at a rung of halving
 */
record TrialIdentity(Ground ground, String configuration, int repeat, int epochs, int until) {

  static TrialIdentity of(Ground ground, Trial trial) {
    return new TrialIdentity(
        ground,
        trial.hyperparameters().configuration(),
        trial.repeat(),
        trial.epochs(),
        trial.leg().until());
  }

  static TrialIdentity of(Ground ground, JournalEntry entry) {
    return new TrialIdentity(
        ground,
        entry.configuration(),
        entry.repeat(),
        entry.epochs(),
        entry.rung() == null ? entry.epochs() : entry.rung());
  }
}
