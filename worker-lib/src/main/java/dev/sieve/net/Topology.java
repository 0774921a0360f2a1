package dev.sieve.net;

import static dev.sieve.Checks.check;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The layers of a fully connected network: a ReLU after every hidden layer, and scores at the end,
 * from which the objective computes probabilities.
 *
 * @param inputs values of one example, d
 * @param hidden units of each hidden layer, input side first; empty means a linear model
 * @param classes units of the last layer
 */
public record Topology(int inputs, List<Integer> hidden, int classes) implements Serializable {

  public Topology {
    hidden = List.copyOf(hidden);
    check(inputs >= 1, "inputs must be >= 1, but were %d", inputs);
    check(hidden.stream().allMatch(m -> m >= 1), "hidden must all be >= 1, but were %s", hidden);
    check(classes >= 2, "classes must be >= 2, but were %d", classes);
  }

  /** Returns the number of layers with weights: the hidden ones and the last. */
  public int layers() {
    return hidden.size() + 1;
  }

  /** Returns the inputs of layer {@code l}, counted from 0. */
  public int fanIn(int l) {
    return l == 0 ? inputs : hidden.get(l - 1);
  }

  /** Returns the units of layer {@code l}, counted from 0. */
  public int fanOut(int l) {
    return l < hidden.size() ? hidden.get(l) : classes;
  }

  /** Returns the number of weights and biases. */
  public long parameters() {
    long parameters = 0;
    for (int l = 0; l < layers(); l++) {
      parameters += (fanIn(l) + 1L) * fanOut(l);
    }
    return parameters;
  }

  /**
   * Returns the floating-point operations that training on one example takes: two per weight in the
   * forward product, two in the update, and two more above the first layer to pass gradients back.
   */
  public double operations() {
    double operations = 0;
    for (int l = 0; l < layers(); l++) {
      double products = l == 0 ? 2 : 3;
      operations += products * 2 * fanIn(l) * fanOut(l);
    }
    return operations;
  }

  /** Returns the name of each parameter group, as reports show them: W1, b1, W2, b2, …. */
  public List<String> groups() {
    List<String> names = new ArrayList<>();
    for (int l = 1; l <= layers(); l++) {
      names.add("W" + l);
      names.add("b" + l);
    }
    return List.copyOf(names);
  }
}
