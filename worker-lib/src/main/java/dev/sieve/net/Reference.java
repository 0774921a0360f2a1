package dev.sieve.net;

/**
 * The same networks once more, in double and in plain loops, one image at a time: what the fused
 * step is checked against. Shares no code with it, and is about a thousand times slower.
 *
 * <p>J = mean(−log p_y) + λ ΣW², biases free; gradients by backpropagation: Goodfellow, Bengio and
 * Courville, "Deep Learning", MIT Press 2016, algorithms 6.3 and 6.4.
 */
public final class Reference {
  private final Topology topology;
  private final double l2;
  private final double[][] w;
  private final double[][] b;

  /** Takes over {@code weights}. */
  public Reference(Weights weights, double l2) {
    this.topology = weights.topology();
    this.l2 = l2;
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
      double[][] activations = activations(x, i);
      double[] p = softmax(activations[topology.layers()]);
      loss -= Math.log(p[labels[i]]);
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
      addGradient(activations(x, i), labels[i], 1.0 / labels.length, gradients);
    }
    for (int l = 0; l < topology.layers(); l++) {
      for (int j = 0; j < w[l].length; j++) {
        gradients[2 * l][j] += 2 * l2 * w[l][j];
      }
    }
    return gradients;
  }

  private void addGradient(double[][] h, int label, double weight, double[][] gradients) {
    double[] g = softmax(h[topology.layers()]);
    g[label] -= 1;
    for (int l = topology.layers() - 1; l >= 0; l--) {
      int in = topology.fanIn(l);
      double[] below = new double[in];
      for (int unit = 0; unit < g.length; unit++) {
        gradients[2 * l + 1][unit] += weight * g[unit];
        for (int j = 0; j < in; j++) {
          gradients[2 * l][unit * in + j] += weight * g[unit] * h[l][j];
          below[j] += h[l][j] > 0 ? g[unit] * w[l][unit * in + j] : 0;
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
        h[l + 1][unit] = l < topology.layers() - 1 ? Math.max(0, z) : z;
      }
    }
    return h;
  }

  private static double[] softmax(double[] scores) {
    double max = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      max = Math.max(max, score);
    }
    double[] p = new double[scores.length];
    double sum = 0;
    for (int c = 0; c < scores.length; c++) {
      p[c] = Math.exp(scores[c] - max);
      sum += p[c];
    }
    for (int c = 0; c < scores.length; c++) {
      p[c] /= sum;
    }
    return p;
  }
}
