package dev.sieve.net;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * How one network of a pack is built and trained.
 *
 * @param dropout share of the hidden units that are left out of each image's update
 */
public record Network(Topology topology, Objective objective, Optimizer optimizer, double dropout)
    implements Serializable {

  public Network {
    requireNonNull(topology, "topology is null");
    requireNonNull(objective, "objective is null");
    requireNonNull(optimizer, "optimizer is null");
    check(0 <= dropout && dropout < 1, "dropout must be in [0, 1), but was %s", dropout);
  }

  /** Returns the network with softmax cross-entropy, plain gradient descent and no dropout. */
  public static Network plain(Topology topology) {
    return new Network(topology, SoftmaxCrossEntropy.PLAIN, new Optimizer.Sgd(), 0);
  }
}
