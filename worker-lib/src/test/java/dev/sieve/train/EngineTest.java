package dev.sieve.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.engine.Engine;
import dev.sieve.engine.SieveEngine;
import dev.sieve.kernel.PlainEngine;
import dev.sieve.kernel.Products;
import dev.sieve.kernel.RowMajorEngine;
import dev.sieve.space.Hyperparameters;
import dev.sieve.trial.Metrics;
import dev.sieve.trial.Trial;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whole trainings with engines that lay out their weights in different ways. */
class EngineTest {
  private static final int BATCH = 20;
  private static final TrainingData DATA = TestData.of(75, 10 * BATCH);

  private static List<Trained> train(Engine engine) {
    List<List<Integer>> hidden = List.of(List.of(), List.of(30), List.of(25, 20));
    List<Trial> trials =
        IntStream.range(0, hidden.size())
            .mapToObj(i -> TestData.trial(i, hyperparameters(hidden.get(i)), 2))
            .toList();
    TrainingSettings settings =
        new TrainingSettings(engine, 5, TestData.EVALUATION, 1e4, true, true);
    return Trainer.train(DATA, settings, trials, done -> {});
  }

  private static Hyperparameters hyperparameters(List<Integer> hidden) {
    return TestData.hyperparameters(hidden, 0.001, BATCH, 0.05);
  }

  @Test
  void trainingByPlainLoops_hasTheBitsOfTheVectorKernels() {
    List<Trained> plain = train(new PlainEngine());
    List<Trained> vector = train(new SieveEngine());
    for (int k = 0; k < plain.size(); k++) {
      assertEquals(vector.get(k).result(), plain.get(k).result());
      for (int l = 0; l < plain.get(k).weights().topology().layers(); l++) {
        assertArrayEquals(vector.get(k).weights().w(l), plain.get(k).weights().w(l));
        assertArrayEquals(vector.get(k).weights().b(l), plain.get(k).weights().b(l));
      }
    }
  }

  /** What a BLAS would do: one row-major matrix per layer, products in another order. */
  @Test
  void trainingOnRowMajorWeights_agreesWithTheOwnKernels() {
    Products products = new RowMajorEngine().products();
    assertEquals("row-major", products.name());
    assertAgrees(new RowMajorEngine());
  }

  static void assertAgrees(Engine engine) {
    List<Trained> other = train(engine);
    List<Trained> own = train(new SieveEngine());
    for (int k = 0; k < own.size(); k++) {
      Metrics expected = own.get(k).result().validation();
      Metrics actual = other.get(k).result().validation();
      assertEquals(expected.loss(), actual.loss(), 1e-3 * expected.loss());
      for (int l = 0; l < own.get(k).weights().topology().layers(); l++) {
        assertArrayEquals(own.get(k).weights().w(l), other.get(k).weights().w(l), 1e-4f);
      }
    }
  }
}
