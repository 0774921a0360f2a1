package dev.sieve.bench;

import static dev.sieve.Checks.check;

import dev.sieve.net.Topology;
import java.util.List;

/**
 * The networks of a measurement: all alike, with CIFAR-10's inputs and classes, trained in packs.
 *
 * @param hidden units of each hidden layer
 * @param networks K, the size of a pack
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
   * product, two in the update, and two more above the first layer to pass gradients back.
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
