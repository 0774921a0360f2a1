package dev.sieve.driver.pack;

import dev.sieve.trial.Trial;
import java.util.List;

/**
 * What packs cost, in epochs of one network of 50 hidden units. Measured by {@code submit/sieve
 * bench} on an AMD EPYC (Zen 4), batch 100: a step of a pack of 1, 4 and 8 such networks took 0.98,
 * 3.04 and 5.78 ms on one core.
 */
public final class PackCost {
  /** Columns of the unit. */
  public static final int UNIT = 50;

  /** What an epoch of a pack costs beside its trials: the loader, and panels that are not full. */
  public static final double OF_A_PACK = 0.45;

  /** Columns that are enough work for a thread of a team. */
  private static final int OF_A_THREAD = 32;

  /** What a network without hidden units counts as: classes are few. */
  private static final int OUTPUTS = 10;

  private PackCost() {}

  /** Returns how many columns {@code trial} has in the first product. */
  static int columns(Trial trial) {
    List<Integer> hidden = trial.hyperparameters().hidden();
    return hidden.isEmpty() ? OUTPUTS : hidden.get(0);
  }

  /** Returns what {@code trial} adds to the cost of its pack. */
  static double work(Trial trial) {
    return trial.leg().epochs() * columns(trial) / (double) UNIT;
  }

  static double work(List<Trial> trials) {
    return trials.stream().mapToDouble(PackCost::work).sum();
  }

  static double of(Pack pack) {
    int longest = pack.trials().stream().mapToInt(trial -> trial.leg().epochs()).max().orElse(0);
    return OF_A_PACK * longest + work(pack.trials());
  }

  /** Returns how many threads {@code pack} keeps busy. */
  static int threads(Pack pack) {
    int columns = pack.trials().stream().mapToInt(PackCost::columns).sum();
    return Math.max(1, columns / OF_A_THREAD);
  }
}
