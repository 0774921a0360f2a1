package dev.sieve.net.check;

import dev.sieve.net.Objective;
import dev.sieve.net.SoftmaxCrossEntropy;
import dev.sieve.net.Topology;
import dev.sieve.net.Weights;

/**
 * A second implementation of the networks, in double precision and plain loops, one image at a
 * time: the fused step is checked against it. Shares no code with that step, and is about a
 * thousand times slower.
 *
 * <p>J = mean loss + λ ΣW², biases free; gradients by backpropagation: Goodfellow, Bengio and
 * Courville, "Deep Learning", MIT Press 2016, algorithms 6.3 and 6.4.
 */
public final class Reference {
  private final Topology topology;
  private final double l2;
  private final double[][] w;
  private final double[][] b;
  private final ReferenceObjective objective;
  private final float[][] masks;

  /** With softmax cross-entropy and no dropout. */
  public Reference(Weights weights, double l2) {
    this(weights, l2, SoftmaxCrossEntropy.PLAIN, null);
  }

  /**
   * @param weights to start with; copied
   * @param masks what the outputs of each hidden layer are multiplied by, (examples × units),
   *     example by example; null where nothing is dropped
   */
  public Reference(Weights weights, double l2, Objective objective, float[][] masks) {
    this.topology = weights.topology();
    this.l2 = l2;
    this.objective = new ReferenceObjective(objective);
    this.masks = masks;
    this.w = new double[topology.layers()][];
    this.b = new double[topology.layers()][];
    for (int l = 0; l < topology.layers(); l++) {
      w[l] = doubles(weights.w(l));
      b[l] = doubles(weights.b(l));
    }
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  /** Returns parameter group {@code g}, in the order W1, b1, W2, b2, …; the array itself. */
  public double[] group(int g) {
    return g % 2 == 0 ? w[g / 2] : b[g / 2];
  }

  /** Returns J on {@code labels.length} examples, the columns of {@code x}, (inputs × examples). */
  public double cost(double[] x, int[] labels) {
    double loss = 0;
    for (int i = 0; i < labels.length; i++) {
      loss += objective.loss(activations(x, i)[topology.layers()], labels[i]);
    }
    return loss / labels.length + l2 * sumOfSquares();
  }

  private double sumOfSquares() {
    double sum = 0;
    for (double[] layer : w) {
      for (double weight : layer) {
        sum += weight * weight;
      }
    }
    return sum;
  }

  /** Returns which hidden units are on, per example: where it changes, J has a kink. */
  public boolean[] pattern(double[] x, int examples) {
    int units = topology.hidden().stream().mapToInt(Integer::intValue).sum();
    boolean[] on = new boolean[units * examples];
    int at = 0;
    for (int i = 0; i < examples; i++) {
      double[][] activations = activations(x, i);
      for (int l = 1; l < topology.layers(); l++) {
        for (double h : activations[l]) {
          on[at++] = h > 0;
        }
      }
    }
    return on;
  }

  /** Returns dJ by each parameter group, in the order of {@link #group}. */
  public double[][] gradients(double[] x, int[] labels) {
    double[][] gradients = new double[2 * topology.layers()][];
    for (int g = 0; g < gradients.length; g++) {
      gradients[g] = new double[group(g).length];
    }
    for (int i = 0; i < labels.length; i++) {
      addGradient(activations(x, i), i, labels, gradients);
    }
    for (int l = 0; l < topology.layers(); l++) {
      for (int j = 0; j < w[l].length; j++) {
        gradients[2 * l][j] += 2 * l2 * w[l][j];
      }
    }
    return gradients;
  }

  /** Adds the share of example {@code i}, whose activations are {@code h}. */
  private void addGradient(double[][] h, int i, int[] labels, double[][] gradients) {
    double weight = 1.0 / labels.length;
    double[] g = objective.gradient(h[topology.layers()], labels[i]);
    for (int l = topology.layers() - 1; l >= 0; l--) {
      int in = topology.fanIn(l);
      double[] below = new double[in];
      for (int unit = 0; unit < g.length; unit++) {
        gradients[2 * l + 1][unit] += weight * g[unit];
        for (int j = 0; j < in; j++) {
          gradients[2 * l][unit * in + j] += weight * g[unit] * h[l][j];
          double through = h[l][j] > 0 ? mask(l, j, i) : 0;
          below[j] += through * g[unit] * w[l][unit * in + j];
        }
      }
      g = below;
    }
  }

  /** Returns the inputs, the outputs of each hidden layer, and the scores, of example {@code i}. */
  private double[][] activations(double[] x, int i) {
    double[][] h = new double[topology.layers() + 1][];
    h[0] = new double[topology.inputs()];
    System.arraycopy(x, i * topology.inputs(), h[0], 0, topology.inputs());
    for (int l = 0; l < topology.layers(); l++) {
      int in = topology.fanIn(l);
      h[l + 1] = new double[topology.fanOut(l)];
      for (int unit = 0; unit < h[l + 1].length; unit++) {
        double z = b[l][unit];
        for (int j = 0; j < in; j++) {
          z += w[l][unit * in + j] * h[l][j];
        }
        boolean hidden = l < topology.layers() - 1;
        h[l + 1][unit] = hidden ? Math.max(0, z) * mask(l + 1, unit, i) : z;
      }
    }
    return h;
  }

  /** Returns what output {@code unit} of hidden layer {@code l}, from 1, is multiplied by. */
  private double mask(int l, int unit, int example) {
    return masks == null || l == 0 ? 1 : masks[l - 1][example * topology.fanOut(l - 1) + unit];
  }
}
