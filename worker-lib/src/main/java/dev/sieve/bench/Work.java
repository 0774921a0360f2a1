package dev.sieve.bench;

import static dev.sieve.Checks.check;

import dev.sieve.net.Topology;
import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import dev.sieve.trial.Trial;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The networks of a measurement: all alike, with ten classes, trained in packs.
 *
 * @param inputs values of one example, d
 * @param hidden units of each hidden layer
 * @param networks K, the size of a pack
 */
public record Work(int inputs, List<Integer> hidden, int networks) {
  /** Images of a step. */
  public static final int BATCH = 100;

  /** Images of an epoch, as in a search on CIFAR-10 with 5,000 images left for validation. */
  public static final int EPOCH = 45_000;

  /** Inputs of CIFAR-10: bytes. Of any other number, inputs are floats. */
  public static final int CIFAR10_INPUTS = 3072;

  static final int CLASSES = 10;

  private static final double ETA = 0.01;
  private static final double L2 = 0.001;

  public Work {
    hidden = List.copyOf(hidden);
    check(inputs >= 1, "inputs must be >= 1, but were %d", inputs);
    check(networks >= 1, "networks must be >= 1, but were %d", networks);
  }

  Topology topology() {
    return new Topology(inputs, hidden, CLASSES);
  }

  /** Returns the columns of the first product: the units of all first layers. */
  int columns() {
    return networks * topology().fanOut(0);
  }

  /** Returns the floating-point operations of one step. */
  double operations() {
    return networks * BATCH * topology().operations();
  }

  /** Returns the networks, as trials of as many epochs as there may be. */
  List<Trial> trials() {
    Hyperparameters chosen =
        new Hyperparameters(
            hidden, L2, BATCH, new LearningRateSchedule.Constant(ETA), new Initialization.Xavier());
    return IntStream.range(0, networks)
        .mapToObj(k -> new Trial("bench", k, chosen, 0, Integer.MAX_VALUE / (EPOCH / BATCH)))
        .toList();
  }
}
