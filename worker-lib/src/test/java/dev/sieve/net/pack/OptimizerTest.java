package dev.sieve.net.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sieve.engine.SieveEngine;
import dev.sieve.kernel.Rows;
import dev.sieve.net.MetricSums;
import dev.sieve.net.Network;
import dev.sieve.net.Optimizer;
import dev.sieve.net.SoftmaxCrossEntropy;
import dev.sieve.net.Topology;
import dev.sieve.net.Weights;
import dev.sieve.net.check.Reference;
import dev.sieve.sample.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each optimizer against its paper's update, in double, on the gradients of the reference. */
class OptimizerTest {
  private static final int INPUTS = 40;
  private static final int BATCH = 20;
  private static final int STEPS = 50;
  private static final double L2 = 0.02;
  private static final Topology TOPOLOGY = new Topology(INPUTS, List.of(12, 9), 10);

  /** One step of a paper: from gradient, step count from 1, and two memories to the change. */
  private interface Rule {
    double change(double gradient, int t, double[] memory);
  }

  /** Smaller than what is common for Adam, whose steps have the size of η from the first on. */
  private static double eta(int step) {
    return 0.0005 + 0.00005 * step;
  }

  @Test
  void sgd_followsTheGradient() {
    assertFollows(new Optimizer.Sgd(), (g, t, memory) -> -eta(t) * g);
  }

  @Test
  void momentum_isPolyaks() {
    assertFollows(
        new Optimizer.Momentum(0.9),
        (g, t, memory) -> {
          memory[0] = 0.9 * memory[0] - eta(t) * g;
          return memory[0];
        });
  }

  /** Sutskever's form: the gradient is taken at θ + μ v; here θ + μ v is what is stored. */
  @Test
  void nesterov_isSutskevers() {
    assertFollows(
        new Optimizer.Nesterov(0.9),
        (g, t, memory) -> {
          double before = memory[0];
          memory[0] = 0.9 * before - eta(t) * g;
          return -0.9 * before + (1 + 0.9) * memory[0];
        });
  }

  @Test
  void adam_isAlgorithm1() {
    assertFollows(
        Optimizer.Adam.PAPER,
        (g, t, memory) -> {
          memory[0] = 0.9 * memory[0] + (1 - 0.9) * g;
          memory[1] = 0.999 * memory[1] + (1 - 0.999) * g * g;
          double m = memory[0] / (1 - Math.pow(0.9, t));
          double v = memory[1] / (1 - Math.pow(0.999, t));
          return -eta(t) * m / (Math.sqrt(v) + 1e-8);
        });
  }

  @Test
  void momentum_isBelowOne() {
    assertThrows(IllegalArgumentException.class, () -> new Optimizer.Momentum(1));
    assertThrows(IllegalArgumentException.class, () -> new Optimizer.Nesterov(-0.1));
  }

  private static void assertFollows(Optimizer optimizer, Rule rule) {
    RandomStream random = new RandomStream(9);
    Weights weights = new Weights(TOPOLOGY);
    for (int l = 0; l < TOPOLOGY.layers(); l++) {
      weights.fill(l, () -> 0.3 * random.nextGaussian(), () -> 0.1 * random.nextGaussian());
    }
    Rows x = new Rows(new SieveEngine().products(), BATCH, INPUTS);
    double[] doubles = new double[BATCH * INPUTS];
    for (int i = 0; i < BATCH; i++) {
      for (int j = 0; j < INPUTS; j++) {
        float value = (float) random.nextGaussian();
        x.values()[x.at(i) + j] = value;
        doubles[i * INPUTS + j] = value;
      }
    }
    int[] labels = new int[BATCH];
    Arrays.setAll(labels, i -> random.nextInt(10));

    Reference reference = new Reference(weights, L2);
    double[][][] memory = new double[2 * TOPOLOGY.layers()][][];
    Network network = new Network(TOPOLOGY, SoftmaxCrossEntropy.PLAIN, optimizer, 0);
    PackedNetworks networks =
        PackedNetworks.alone(new SieveEngine().products(), List.of(network), BATCH);
    networks.set(0, weights);
    for (int t = 1; t <= STEPS; t++) {
      step(reference, doubles, labels, rule, t, memory);
      networks.forward(x, BATCH);
      networks.update(0, x, BATCH, labels, eta(t), L2, random, new MetricSums());
      networks.finish(x, BATCH);
    }
    assertNear(reference, networks.weights(0));
  }

  private static void step(
      Reference reference, double[] x, int[] labels, Rule rule, int t, double[][][] memory) {
    double[][] gradients = reference.gradients(x, labels);
    for (int g = 0; g < gradients.length; g++) {
      memory[g] = memory[g] == null ? new double[gradients[g].length][2] : memory[g];
      for (int i = 0; i < gradients[g].length; i++) {
        reference.group(g)[i] += rule.change(gradients[g][i], t, memory[g][i]);
      }
    }
  }

  private static void assertNear(Reference reference, Weights trained) {
    for (int g = 0; g < 2 * TOPOLOGY.layers(); g++) {
      float[] group = g % 2 == 0 ? trained.w(g / 2) : trained.b(g / 2);
      double largest = Arrays.stream(reference.group(g)).map(Math::abs).max().orElseThrow();
      for (int i = 0; i < group.length; i++) {
        assertEquals(reference.group(g)[i], group[i], 1e-3 * largest, "group " + g + ", " + i);
      }
    }
  }
}
