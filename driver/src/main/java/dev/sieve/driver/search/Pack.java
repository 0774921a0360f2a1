package dev.sieve.driver.search;

import static dev.sieve.Checks.check;

import dev.sieve.sample.Streams;
import dev.sieve.trial.Trial;
import java.io.Serializable;
import java.util.List;

/**
 * Trials of one stage that one Spark task trains together: they share batch size, augmentation,
 * repeat and epochs, and so see the same mini-batches.
 */
record Pack(List<Trial> trials) implements Serializable {
  private static final int HASH_BYTES = 3;

  Pack {
    trials = List.copyOf(trials);
    check(!trials.isEmpty(), "a pack has at least one trial, but got none");
  }

  String stage() {
    return trials.get(0).stage();
  }

  /** Returns a name that only a pack of the same trials has: {@code coarse-0-1a2b3c}. */
  String name() {
    List<String> labels = trials.stream().map(Trial::label).toList();
    return labels.get(0) + "-" + Streams.hash(labels, HASH_BYTES);
  }

  /**
   * Returns what it takes to train it, in epochs of one trial: {@link Packer} says why not just K.
   */
  double cost() {
    return trials.get(0).epochs() * (Packer.COST_OF_A_PACK + trials.size());
  }
}
