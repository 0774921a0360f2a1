package dev.sieve.net.pack;

import dev.sieve.net.Optimizer;
import dev.sieve.net.Weights;
import java.io.Serializable;
import java.util.List;

/**
 * A network between two updates: everything that decides the next one, except for the random stream
 * of its dropout.
 *
 * @param weights a copy
 * @param memory the states of the optimizer, by layer: of the weights, then of the biases. The
 *     objects themselves, which change with the next update; empty for plain gradient descent
 */
public record NetworkState(Weights weights, List<Optimizer.State> memory) implements Serializable {
  public NetworkState {
    memory = List.copyOf(memory);
  }
}
