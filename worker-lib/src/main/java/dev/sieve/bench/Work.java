package dev.sieve.bench;

import static dev.sieve.Checks.check;

import dev.sieve.net.Topology;
import java.util.List;

/**
 * What is trained in a measurement: equal networks with CIFAR-10's inputs and classes, in packs.
 *
 * @param hidden units of each hidden layer
 * @param networks of a pack, K
 */
public record Work(List<Integer> hidden, int networks) {
  /** Images of a step. */
  public static final int BATCH = 100;

  /** Images of an epoch, as in a search on CIFAR-10 with 5,000 images left for validation. */
  public static final int EPOCH = 45_000;

  static final int INPUTS = 3072;
  static final int CLASSES = 10;

  public Work {
    hidden = List.copyOf(hidden);
    check(networks >= 1, "networks must be >= 1, but were %d", networks);
  }

  Topology topology() {
    return new Topology(INPUTS, hidden, CLASSES);
  }

  /**
   * Returns the floating-point operations of one step: two per weight and image in the forward
   * product and in the update, and two more above the first layer for the way back.
   */
  double operations() {
    double operations = 0;
    for (int l = 0; l < topology().layers(); l++) {
      double products = l == 0 ? 2 : 3;
      operations += products * 2 * BATCH * topology().fanIn(l) * topology().fanOut(l);
    }
    return networks * operations;
  }
}
