package dev.sieve.net;

import java.io.Serializable;
import java.util.List;

/**
 * A network between two updates: all that decides the next one, but what draws its dropout.
 *
 * @param weights a copy
 * @param memory what the optimizer remembers, by layer: of the weights, then of the biases; the
 *     objects themselves, which change with the next update. Empty for plain gradient descent
 */
public record NetworkState(Weights weights, List<Optimizer.State> memory) implements Serializable {
  public NetworkState {
    memory = List.copyOf(memory);
  }
}
