package dev.sieve.bench;

import static dev.sieve.Checks.check;

import dev.sieve.net.Topology;
import java.util.List;

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
