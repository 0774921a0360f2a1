package dev.sieve.driver.checkpoint;

import dev.sieve.Texts;
import dev.sieve.trial.Trial;
import java.util.List;

/**
 * What stands in front of a saved state.
 *
 * @param search hash of all that decides the results of the search
 * @param trials see {@link #key}
 * @param step updates so far
 * @param bytes length of the state
 * @param checksum its CRC-32C, in hexadecimal
 */
record CheckpointHeader(String search, List<String> trials, long step, int bytes, String checksum) {
  CheckpointHeader {
    trials = List.copyOf(trials);
  }

  /** Returns a text that only an equal trial of the same search has. */
  static String key(Trial trial) {
    String configuration = trial.hyperparameters().configuration();
    String whole =
        Texts.format("%s/%s/%d/%d", trial.label(), configuration, trial.repeat(), trial.epochs());
    return trial.endsAtRung() ? whole + "@" + trial.leg().until() : whole;
  }

  /** Returns whether the state holds all of {@code wanted}. */
  boolean holds(List<Trial> wanted) {
    return wanted.stream().map(CheckpointHeader::key).allMatch(trials::contains);
  }
}
