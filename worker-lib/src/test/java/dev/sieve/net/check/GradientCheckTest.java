package dev.sieve.net.check;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.engine.SieveEngine;
import dev.sieve.kernel.Rows;
import dev.sieve.net.MulticlassHinge;
import dev.sieve.net.Network;
import dev.sieve.net.Objective;
import dev.sieve.net.Optimizer;
import dev.sieve.net.SigmoidCrossEntropy;
import dev.sieve.net.SoftmaxCrossEntropy;
import dev.sieve.net.Topology;
import dev.sieve.net.Weights;
import dev.sieve.sample.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GradientCheckTest {
  private static final int EXAMPLES = 10;

  static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of(3072, List.of(), 0.0),
        Arguments.of(3072, List.of(), 0.1),
        Arguments.of(3072, List.of(50), 0.0),
        Arguments.of(3072, List.of(50), 0.01),
        Arguments.of(300, List.of(30, 20), 0.01),
        Arguments.of(100, List.of(20, 15, 10), 0.1));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void run_findsReferenceAndProductionRight(int inputs, List<Integer> hidden, double l2) {
    assertRight(Network.plain(new Topology(inputs, hidden, 10)), l2);
  }

  static Stream<Objective> objectives() {
    return Stream.of(
        new SoftmaxCrossEntropy(0.1), new MulticlassHinge(), new SigmoidCrossEntropy());
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void run_findsEveryObjectiveRight(Objective objective) {
    for (List<Integer> hidden : List.of(List.<Integer>of(), List.of(20, 15))) {
      Topology topology = new Topology(100, hidden, 10);
      assertRight(new Network(topology, objective, new Optimizer.Sgd(), 0), 0.01);
    }
  }

  @Test
  void run_findsDropoutRight_withItsMaskFixed() {
    Topology topology = new Topology(100, List.of(20, 15), 10);
    assertRight(new Network(topology, SoftmaxCrossEntropy.PLAIN, new Optimizer.Sgd(), 0.3), 0.01);
  }

  /**
   * R3's check: scores in the hundreds, so that most probabilities are rounded to 0 or 1, and a
   * rounding of a score in single precision shows in the others.
   */
  @Test
  void run_findsLargeWeightsRight() {
    Topology topology = new Topology(3072, List.of(50), 10);
    for (Objective objective : List.of(SoftmaxCrossEntropy.PLAIN, new SigmoidCrossEntropy())) {
      Network network = new Network(topology, objective, new Optimizer.Sgd(), 0);
      RandomStream random = new RandomStream(7);
      Weights weights = new Weights(topology);
      for (int l = 0; l < topology.layers(); l++) {
        weights.fill(l, () -> 4 * random.nextDouble() - 2, () -> 4 * random.nextDouble() - 2);
      }
      assertRight(network, weights, 0, random, 2e-4);
    }
  }

  @Test
  void run_findsAGradientOfZeroRight() {
    Network network = Network.plain(new Topology(100, List.of(20), 10));
    Weights off = new Weights(network.topology());
    off.fill(0, () -> 0, () -> -1);
    List<GradientErrors> errors =
        new GradientCheck(new SieveEngine().products(), network, off, 0)
            .run(inputs(network, new RandomStream(7)), new int[EXAMPLES], 30, 5);
    assertEquals(List.of("W1", "b1", "W2", "b2"), errors.stream().map(e -> e.group()).toList());
    assertEquals(0, errors.get(0).production());
    assertTrue(errors.stream().allMatch(e -> e.production() < 1e-5), errors::toString);
  }

  private static Rows inputs(Network network, RandomStream random) {
    Rows x = new Rows(new SieveEngine().products(), EXAMPLES, network.topology().inputs());
    for (int i = 0; i < EXAMPLES; i++) {
      for (int j = 0; j < network.topology().inputs(); j++) {
        x.values()[x.at(i) + j] = (float) random.nextGaussian();
      }
    }
    return x;
  }

  private static void assertRight(Network network, double l2) {
    RandomStream random = new RandomStream(7);
    assertRight(network, weights(network.topology(), random), l2, random, 1e-5);
  }

  private static void assertRight(
      Network network, Weights weights, double l2, RandomStream random, double productionLimit) {
    Rows x = inputs(network, random);
    int[] labels = new int[EXAMPLES];
    Arrays.setAll(labels, i -> random.nextInt(10));
    var errors =
        new GradientCheck(new SieveEngine().products(), network, weights, l2).run(x, labels, 30, 5);
    assertAll(
        errors.stream()
            .map(
                group ->
                    () -> {
                      assertTrue(group.compared() > 0, group::toString);
                      assertTrue(group.agree(1e-6), group::toString);
                      assertTrue(group.production() < productionLimit, group::toString);
                    }));
  }

  private static Weights weights(Topology topology, RandomStream random) {
    Weights weights = new Weights(topology);
    for (int l = 0; l < topology.layers(); l++) {
      double sigma = 1.5 / Math.sqrt(topology.fanIn(l));
      weights.fill(l, () -> sigma * random.nextGaussian(), () -> 0.1 * random.nextGaussian());
    }
    return weights;
  }
}
