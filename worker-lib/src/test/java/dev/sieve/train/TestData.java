package dev.sieve.train;

import dev.sieve.data.input.Inputs;
import dev.sieve.sample.RandomStream;
import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Evaluation.TrainMetrics;
import dev.sieve.trial.Trial;
import java.util.List;
import java.util.stream.IntStream;

/** Small data with something to learn in it, and trials to learn it. */
final class TestData {
  static final int CLASSES = 10;
  static final Evaluation EVALUATION = new Evaluation(0, TrainMetrics.RUNNING, true);

  private TestData() {}

  /**
   * {@code train} examples that train, and 60 each that validate and test; noise around class
   * means.
   */
  static TrainingData of(int inputs, int train) {
    Noise noise = new Noise(inputs, train + 60, 3);
    return new TrainingData(
        noise,
        CLASSES,
        IntStream.range(0, train).toArray(),
        IntStream.range(train, train + 60).toArray(),
        new Noise(inputs, 60, 4));
  }

  static Hyperparameters hyperparameters(List<Integer> hidden, double l2, int batch, double eta) {
    return new Hyperparameters(
        hidden,
        l2,
        batch,
        new LearningRateSchedule.Triangular(1e-5, eta, 4),
        new Initialization.Xavier());
  }

  static Trial trial(int index, Hyperparameters hyperparameters, int epochs) {
    return new Trial("coarse", index, hyperparameters, 0, epochs);
  }

  /** Examples computed when they are asked for. */
  private static final class Noise implements Inputs {
    private final int inputs;
    private final float[] values;
    private final int[] labels;

    Noise(int inputs, int count, long seed) {
      this.inputs = inputs;
      this.values = new float[inputs * count];
      this.labels = new int[count];
      RandomStream random = new RandomStream(seed);
      for (int i = 0; i < count; i++) {
        labels[i] = random.nextInt(CLASSES);
        for (int j = 0; j < inputs; j++) {
          double mean = (j + labels[i]) % CLASSES == 0 ? 1 : 0;
          values[i * inputs + j] = (float) (mean + 2 * random.nextDouble() - 1);
        }
      }
    }

    @Override
    public int width() {
      return inputs;
    }

    @Override
    public int count() {
      return labels.length;
    }

    @Override
    public int label(int row) {
      return labels[row];
    }

    @Override
    public void load(int row, float[] x, int at) {
      System.arraycopy(values, row * inputs, x, at, inputs);
    }
  }
}
