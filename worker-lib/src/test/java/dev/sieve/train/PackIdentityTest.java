package dev.sieve.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.engine.Engine;
import dev.sieve.engine.SieveEngine;
import dev.sieve.net.MulticlassHinge;
import dev.sieve.net.Objective;
import dev.sieve.net.Optimizer;
import dev.sieve.net.SigmoidCrossEntropy;
import dev.sieve.net.SoftmaxCrossEntropy;
import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.space.Augmentation;
import dev.sieve.space.Axes;
import dev.sieve.space.Hyperparameters;
import dev.sieve.team.Cores;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs twice in a build: with the processor's own vectors, and with those of AVX2. */
@Tag("kernels")
class PackIdentityTest {
  private static final int INPUTS = 3072;
  private static final Augmentation NOISY =
      new Augmentation(0, 0, Augmentation.Fill.ZERO, 0.1, 0.2);

  @ParameterizedTest
  @CsvSource({
    "10, 10", "10, 100", "10, 200", "50, 10", "50, 100", "50, 200", "37, 10", "37, 100", "37, 200"
  })
  void packOfEight_equalsItsMembersAlone(int width, int batch) {
    List<Trial> trials =
        IntStream.range(0, 8).mapToObj(i -> trial(i, List.of(width), batch)).toList();
    assertPackEqualsMembers(trials, TestData.of(INPUTS, 4 * batch));
  }

  @ParameterizedTest
  @CsvSource({"20", "100"})
  void packOfDifferentNetworks_equalsItsMembersAlone(int batch) {
    List<List<Integer>> networks =
        List.of(List.of(), List.of(17), List.of(50), List.of(40, 30), List.of(25, 20, 15));
    List<Trial> trials =
        IntStream.range(0, networks.size())
            .mapToObj(i -> trial(i, networks.get(i), batch))
            .toList();
    assertPackEqualsMembers(trials, TestData.of(INPUTS, 4 * batch));
  }

  @Test
  void packOfDifferentObjectivesAndOptimizers_equalsItsMembersAlone() {
    List<Objective> objectives =
        List.of(new SoftmaxCrossEntropy(0.1), new MulticlassHinge(), new SigmoidCrossEntropy());
    List<Optimizer> optimizers =
        List.of(new Optimizer.Momentum(0.9), new Optimizer.Nesterov(0.9), Optimizer.Adam.PAPER);
    List<Trial> trials =
        IntStream.range(0, 9)
            .mapToObj(
                i ->
                    changed(
                        trial(i, List.of(30, 20), 20),
                        objectives.get(i % 3),
                        optimizers.get(i / 3)))
            .toList();
    List<Trial> mixed = new ArrayList<>(trials);
    mixed.add(changed(trial(9, List.of(50), 20), SoftmaxCrossEntropy.PLAIN, new Optimizer.Sgd()));
    assertPackEqualsMembers(mixed, TestData.of(INPUTS, 80));
  }

  @Test
  void packOfDifferentLengths_equalsItsMembersAlone() {
    List<Trial> trials =
        IntStream.of(1, 3, 2, 3, 1)
            .mapToObj(
                epochs ->
                    TestData.trial(
                        epochs,
                        TestData.hyperparameters(List.of(20), 0.001 * epochs, 20, 0.05),
                        epochs))
            .toList();
    assertPackEqualsMembers(trials, TestData.of(INPUTS, 80));
  }

  @ParameterizedTest
  @CsvSource({"2", "3"})
  void pack_trainedByATeam_equalsItsMembersAlone(int threads) {
    assertPackEqualsMembers(
        manyShapes(), TestData.of(INPUTS, 80), new SieveEngine(), new Cores(threads));
  }

  static List<Trial> manyShapes() {
    List<List<Integer>> networks =
        List.of(List.of(), List.of(50), List.of(50, 30), List.of(17), List.of(50), List.of(30));
    return IntStream.range(0, networks.size())
        .mapToObj(
            i ->
                changed(
                    trial(i, networks.get(i), 20), SoftmaxCrossEntropy.PLAIN, new Optimizer.Sgd()))
        .toList();
  }

  /** With dropout, and the augmentation that all members of a pack share. */
  private static Trial changed(Trial trial, Objective objective, Optimizer optimizer) {
    Hyperparameters chosen = trial.hyperparameters();
    return TestData.trial(
        trial.index(),
        chosen
            .with(new LearningRateSchedule.Constant(0.001))
            .with(objective)
            .with(Axes.OPTIMIZER, optimizer)
            .with(Axes.DROPOUT, 0.2)
            .with(NOISY),
        2);
  }

  private static Trial trial(int index, List<Integer> hidden, int batch) {
    double l2 = index * 0.003;
    double eta = 0.01 * (index + 1);
    return TestData.trial(index, TestData.hyperparameters(hidden, l2, batch, eta), 2);
  }

  private static void assertPackEqualsMembers(List<Trial> trials, TrainingData data) {
    assertPackEqualsMembers(trials, data, new SieveEngine(), new Cores(1));
  }

  static void assertPackEqualsMembers(
      List<Trial> trials, TrainingData data, Engine engine, Cores cores) {
    TrainingContext context = TrainingContext.of(n -> {}).on(cores);
    TrainingSettings settings =
        new TrainingSettings(engine, 5, TestData.EVALUATION, 1e4, true, true);
    List<Trained> packed = Trainer.train(data, settings, trials, context);
    List<Trained> alone = new ArrayList<>();
    for (Trial trial : trials) {
      alone.addAll(Trainer.train(data, settings, List.of(trial), n -> {}));
    }
    for (int k = 0; k < trials.size(); k++) {
      assertEquals(Status.COMPLETED, packed.get(k).result().status());
      assertEquals(alone.get(k).result(), packed.get(k).result());
      assertSameWeights(alone.get(k), packed.get(k));
    }
  }

  private static void assertSameWeights(Trained alone, Trained packed) {
    for (int l = 0; l < alone.weights().topology().layers(); l++) {
      assertArrayEquals(alone.weights().w(l), packed.weights().w(l));
      assertArrayEquals(alone.weights().b(l), packed.weights().b(l));
    }
    assertArrayEquals(alone.outputs().plain().validation(), packed.outputs().plain().validation());
    assertArrayEquals(alone.outputs().plain().test(), packed.outputs().plain().test());
  }
}
