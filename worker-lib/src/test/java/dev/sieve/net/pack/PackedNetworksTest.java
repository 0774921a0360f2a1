package dev.sieve.net.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.engine.SieveEngine;
import dev.sieve.kernel.Rows;
import dev.sieve.net.MetricSums;
import dev.sieve.net.Network;
import dev.sieve.net.Topology;
import dev.sieve.net.Weights;
import dev.sieve.net.check.Reference;
import dev.sieve.sample.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PackedNetworksTest {
  private static final int INPUTS = 120;
  private static final int BATCH = 10;
  private static final Topology TOPOLOGY = new Topology(INPUTS, List.of(12), 10);

  private final RandomStream random = new RandomStream(5);
  private final Weights weights = new Weights(TOPOLOGY);
  private final Rows x = new Rows(new SieveEngine().products(), BATCH, INPUTS);
  private final double[] doubles = new double[INPUTS * BATCH];
  private final int[] labels = new int[BATCH];
  private final PackedNetworks networks =
      PackedNetworks.alone(new SieveEngine().products(), List.of(Network.plain(TOPOLOGY)), BATCH);

  @BeforeEach
  void draw() {
    weights.fill(0, () -> 0.1 * random.nextGaussian(), () -> 0.1 * random.nextGaussian());
    weights.fill(1, () -> 0.3 * random.nextGaussian(), () -> 0.1 * random.nextGaussian());
    for (int i = 0; i < BATCH; i++) {
      for (int j = 0; j < INPUTS; j++) {
        float value = (float) random.nextGaussian();
        x.values()[x.at(i) + j] = value;
        doubles[i * INPUTS + j] = value;
      }
    }
    Arrays.setAll(labels, i -> random.nextInt(10));
    networks.set(0, weights);
  }

  @Test
  void evaluate_agreesWithTheReference() {
    networks.forward(x, BATCH);
    MetricSums sums = new MetricSums();
    networks.evaluate(0, BATCH, labels, false, sums);
    assertEquals(new Reference(weights, 0).cost(doubles, labels), sums.loss(), 1e-6);
  }

  @Test
  void probabilities_sumToOne_andFavourTheRightOnes() {
    networks.forward(x, BATCH);
    float[] probabilities = new float[BATCH * 10];
    networks.probabilities(0, BATCH, probabilities, 0);
    double loss = 0;
    for (int i = 0; i < BATCH; i++) {
      double sum = 0;
      for (int c = 0; c < 10; c++) {
        sum += probabilities[i * 10 + c];
      }
      assertEquals(1, sum, 1e-6);
      loss -= Math.log(probabilities[i * 10 + labels[i]]) / BATCH;
    }
    assertEquals(new Reference(weights, 0).cost(doubles, labels), loss, 1e-5);
  }

  @Test
  void manyUpdates_followTheReference() {
    double eta = 0.05;
    double l2 = 2; // each update shrinks by 0.8
    Reference reference = new Reference(weights, l2);
    for (int step = 0; step < 100; step++) {
      descend(reference, eta);
      update(eta, l2);
    }
    assertNear(reference);
  }

  @Test
  void shrinkageBelowZero_isAppliedAllTheSame() {
    Reference reference = new Reference(weights, 0.7);
    descend(reference, 1);
    update(1, 0.7); // 1 − 2 η λ = −0.4
    assertNear(reference);
  }

  @Test
  void memberThatIsSkipped_keepsItsWeights() {
    networks.forward(x, BATCH);
    networks.skip(0, BATCH);
    networks.finish(x, BATCH);
    assertArrayEquals(weights.w(0), networks.weights(0).w(0));
  }

  private void update(double eta, double l2) {
    networks.forward(x, BATCH);
    networks.update(0, x, BATCH, labels, eta, l2, random, new MetricSums());
    networks.finish(x, BATCH);
  }

  private void descend(Reference reference, double eta) {
    double[][] gradients = reference.gradients(doubles, labels);
    for (int g = 0; g < gradients.length; g++) {
      for (int i = 0; i < gradients[g].length; i++) {
        reference.group(g)[i] -= eta * gradients[g][i];
      }
    }
  }

  private void assertNear(Reference reference) {
    Weights trained = networks.weights(0);
    for (int g = 0; g < 4; g++) {
      float[] group = g % 2 == 0 ? trained.w(g / 2) : trained.b(g / 2);
      double largest = Arrays.stream(reference.group(g)).map(Math::abs).max().orElseThrow();
      for (int i = 0; i < group.length; i++) {
        double error = Math.abs(group[i] - reference.group(g)[i]);
        assertTrue(error <= 2e-4 * largest, "group " + g + ", parameter " + i + ": " + error);
      }
    }
  }
}
