package dev.sieve.space;

import static dev.sieve.Checks.check;

import java.io.Serializable;

/**
 * Distribution of a network's first weights: Gaussian with mean 0. Biases start at 0 unless said
 * otherwise.
 */
public sealed interface Initialization extends Serializable {

  /** Returns the standard deviation of the weights of a layer with {@code fanIn} inputs. */
  double sigma(int fanIn);

  /** Returns the standard deviation of the biases. */
  double biasSigma();

  /** Returns the text by which conf files and tables know the initialization. */
  String text();

  /** The same standard deviation σ for every layer, biases included. */
  record Gaussian(double sigma) implements Initialization {
    public Gaussian {
      check(
          0 <= sigma && sigma < Double.POSITIVE_INFINITY,
          "sigma must be finite and >= 0, but was %s",
          sigma);
    }

    @Override
    public double sigma(int fanIn) {
      return sigma;
    }

    @Override
    public double biasSigma() {
      return sigma;
    }

    @Override
    public String text() {
      return "gaussian(" + sigma + ")";
    }
  }

  /**
   * σ = 1/√fan-in, biases 0: keeps the variance of a linear layer's outputs that of its inputs.
   * After Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural
   * networks", AISTATS 2010, with the fan-in alone.
   */
  record Xavier() implements Initialization {
    @Override
    public double sigma(int fanIn) {
      return 1 / Math.sqrt(fanIn);
    }

    @Override
    public double biasSigma() {
      return 0;
    }

    @Override
    public String text() {
      return "xavier";
    }
  }
}
