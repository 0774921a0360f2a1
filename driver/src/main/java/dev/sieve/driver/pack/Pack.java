package dev.sieve.driver.pack;

import static dev.sieve.Checks.check;

import dev.sieve.Digest;
import dev.sieve.trial.Trial;
import java.io.Serializable;
import java.util.List;

/**
 * Trials that one Spark task trains together: they share training images, batch size, augmentation
 * and repeat, and so see the same mini-batches. They may be of several stages that run at once, and
 * of different lengths.
 */
public record Pack(List<Trial> trials) implements Serializable {
  private static final int HASH_BYTES = 3;

  public Pack {
    trials = List.copyOf(trials);
    check(!trials.isEmpty(), "a pack has at least one trial, but got none");
  }

  /** Returns a name that only a pack of the same trials has: {@code coarse-0-1a2b3c}. */
  public String name() {
    List<String> labels = trials.stream().map(Pack::label).toList();
    return trials.get(0).label() + "-" + Digest.of(labels, HASH_BYTES);
  }

  /** Those of other rungs are other packs. */
  private static String label(Trial trial) {
    return trial.endsAtRung() ? trial.label() + "@" + trial.leg().until() : trial.label();
  }
}
