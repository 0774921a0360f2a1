package dev.sieve.space;

import static dev.sieve.Checks.check;
import static dev.sieve.Checks.require;

import dev.sieve.sample.RandomStream;
import java.io.Serializable;

/** Distribution of a network's first weights. Biases start at 0 unless said otherwise. */
public sealed interface Initialization extends Serializable {

  /** Draws a weight of a layer with {@code fanIn} inputs. */
  double weight(int fanIn, RandomStream random);

  /** Draws a bias. */
  default double bias(RandomStream random) {
    return 0;
  }

  /** Returns the text by which conf files and tables know the initialization. */
  String text();

  /** N(0, σ²) with the same standard deviation σ for every layer, biases included. */
  record Gaussian(double sigma) implements Initialization {
    public Gaussian {
      require(
          0 <= sigma && sigma < Double.POSITIVE_INFINITY,
          "sigma",
          "must be finite and >= 0",
          sigma);
    }

    @Override
    public double weight(int fanIn, RandomStream random) {
      return sigma * random.nextGaussian();
    }

    @Override
    public double bias(RandomStream random) {
      return sigma * random.nextGaussian();
    }

    @Override
    public String text() {
      return "gaussian(" + sigma + ")";
    }
  }

  /**
   * N(0, 1/fan-in): keeps the variance of a linear layer's outputs that of its inputs. After Glorot
   * and Bengio, "Understanding the difficulty of training deep feedforward neural networks",
   * AISTATS 2010, with the fan-in alone.
   */
  record Xavier() implements Initialization {
    @Override
    public double weight(int fanIn, RandomStream random) {
      return 1 / Math.sqrt(fanIn) * random.nextGaussian();
    }

    @Override
    public String text() {
      return "xavier";
    }
  }

  /**
   * N(0, 2/fan-in): as Xavier, for ReLUs, which let half of the variance through. He, Zhang, Ren
   * and Sun, "Delving Deep into Rectifiers", ICCV 2015, eq. 10.
   */
  record He() implements Initialization {
    @Override
    public double weight(int fanIn, RandomStream random) {
      return Math.sqrt(2.0 / fanIn) * random.nextGaussian();
    }

    @Override
    public String text() {
      return "he";
    }
  }

  /** U(low, high) for every layer, biases included. */
  record Uniform(double low, double high) implements Initialization {
    public Uniform {
      check(
          Double.NEGATIVE_INFINITY < low && low <= high && high < Double.POSITIVE_INFINITY,
          "uniform initialization needs finite low <= high, but was [%s, %s]",
          low,
          high);
    }

    @Override
    public double weight(int fanIn, RandomStream random) {
      return low + (high - low) * random.nextDouble();
    }

    @Override
    public double bias(RandomStream random) {
      return weight(1, random);
    }

    @Override
    public String text() {
      return "uniform(" + low + "," + high + ")";
    }
  }
}
