package dev.sieve.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.sieve.engine.SieveEngine;
import dev.sieve.kernel.Products;
import dev.sieve.net.Weights;
import dev.sieve.net.pack.PackedNetworks;
import dev.sieve.space.Axes;
import dev.sieve.space.Hyperparameters;
import dev.sieve.team.Team;
import dev.sieve.train.state.TrialState;
import dev.sieve.trial.Averaging;
import dev.sieve.trial.EarlyStopping;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Evaluation.Ensembles;
import dev.sieve.trial.Evaluation.TrainMetrics;
import dev.sieve.trial.Measured;
import dev.sieve.trial.Metric;
import dev.sieve.trial.Trial;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks whose weights are means of several along a training. */
class AveragingTest {
  private static final TrainingData DATA = TestData.of(20, 60);
  private static final Averaging TWO = new Averaging(Averaging.Of.LAST, 2);

  /** A cycle is 8 updates, and an epoch 6. */
  private static final Hyperparameters CHOSEN =
      TestData.hyperparameters(List.of(5), 0.001, 10, 0.1);

  private static TrainingSettings settings(Averaging averaging, EarlyStopping stopping) {
    Evaluation evaluation =
        new Evaluation(
            0,
            TrainMetrics.RUNNING,
            true,
            stopping,
            Ensembles.NONE,
            false,
            averaging,
            Metric.ACCURACY,
            false);
    return new TrainingSettings(new SieveEngine(), 1, evaluation, 1e4, true, true);
  }

  private static Trained train(Averaging averaging, Trial trial) {
    TrainingSettings settings = settings(averaging, EarlyStopping.NEVER);
    return Trainer.train(DATA, settings, List.of(trial), done -> {}).get(0);
  }

  /** Returns what {@code weights} come to as the network of a trial. */
  private static Measured measured(Weights weights) {
    TrainingSettings settings = settings(Averaging.NONE, EarlyStopping.NEVER);
    Products products = settings.engine().products();
    PackedNetworks network =
        PackedNetworks.alone(
            products, List.of(Networks.of(CHOSEN, 20, TestData.CLASSES)), Evaluator.BATCH);
    network.set(0, weights);
    Evaluator evaluator = new Evaluator(products, network, 20, false, Team.alone());
    return new PackMetrics(DATA, settings.evaluation(), network, evaluator)
        .unseen(List.of(new TrialState(0, TestData.trial(0, CHOSEN, 1), 60)))
        .get(0);
  }

  private static Weights mean(Weights a, Weights b) {
    Weights mean = new Weights(a.topology());
    for (int l = 0; l < a.topology().layers(); l++) {
      for (int i = 0; i < mean.w(l).length; i++) {
        mean.w(l)[i] = a.w(l)[i] + (b.w(l)[i] - a.w(l)[i]) / 2;
      }
      for (int i = 0; i < mean.b(l).length; i++) {
        mean.b(l)[i] = a.b(l)[i] + (b.b(l)[i] - a.b(l)[i]) / 2;
      }
    }
    return mean;
  }

  @Test
  void lastEpochs_areAveraged() {
    Weights before = train(Averaging.NONE, TestData.trial(0, CHOSEN, 4)).weights();
    Trained last = train(TWO, TestData.trial(0, CHOSEN, 5));
    assertEquals(measured(mean(before, last.weights())), last.result().averaged());
    assertNotEquals(last.result().validation(), last.result().averaged().validation());
  }

  /** Of batches of 15, an epoch has 4 updates, so that a cycle is two epochs. */
  @Test
  void endsOfCycles_areAveraged() {
    Averaging cycles = new Averaging(Averaging.Of.CYCLES, 1);
    Hyperparameters chosen = CHOSEN.with(Axes.BATCH_SIZE, 15);
    Weights first = train(Averaging.NONE, TestData.trial(0, chosen, 2)).weights();
    Trained second = train(cycles, TestData.trial(0, chosen, 4));
    assertEquals(measured(mean(first, second.weights())), second.result().averaged());
    Trained none = train(cycles, TestData.trial(0, chosen, 1));
    assertNull(none.result().averaged(), "no cycle has ended");
  }

  @Test
  void oneNetwork_isItsOwnAverage() {
    Trained trained = train(new Averaging(Averaging.Of.LAST, 1), TestData.trial(0, CHOSEN, 3));
    assertEquals(
        new Measured(trained.result().validation(), trained.result().test()),
        trained.result().averaged());
  }

  @Test
  void nothingElse_isChanged() {
    Trial trial = TestData.trial(0, CHOSEN, 5);
    Trained plain = train(Averaging.NONE, trial);
    Trained averaged = train(TWO, trial);
    assertNull(plain.result().averaged());
    assertEquals(plain.result().train(), averaged.result().train());
    assertEquals(plain.result().test(), averaged.result().test());
    assertEquals(plain.result().curve(), averaged.result().curve());
    for (int l = 0; l < plain.weights().topology().layers(); l++) {
      assertArrayEquals(plain.weights().w(l), averaged.weights().w(l));
    }
  }

  /** Budgets end at different epochs. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void pack_equalsItsMembersAlone(boolean stopsEarly) {
    EarlyStopping stopping = stopsEarly ? new EarlyStopping(2, 0) : EarlyStopping.NEVER;
    TrainingSettings settings = settings(TWO, stopping);
    List<Trial> trials =
        IntStream.range(0, 4)
            .mapToObj(
                i -> TestData.trial(i, i % 2 == 0 ? CHOSEN : CHOSEN.with(Axes.L2, 0.1), 7 - i))
            .toList();
    List<Trained> packed = Trainer.train(DATA, settings, trials, done -> {});
    for (int k = 0; k < packed.size(); k++) {
      Trained alone = Trainer.train(DATA, settings, List.of(trials.get(k)), done -> {}).get(0);
      assertEquals(alone.result(), packed.get(k).result());
    }
  }
}
