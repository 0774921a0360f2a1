package dev.sieve.sample.gp;

import dev.sieve.kernel.Exponential;
import java.util.Arrays;

/**
 * The Matérn kernel of smoothness 5/2: σ²(1 + s + s²/3)e^(−s) with s = √5·r. Rasmussen and
 * Williams, "Gaussian Processes for Machine Learning", MIT Press, 2006, equation 4.17.
 */
final class Matern {
  private Matern() {}

  /** Covariances of one point with a row of others, all at once. Reused from row to row. */
  static final class Row {
    /** r², and then s. */
    private final double[] distances;

    private final double[] exponentials;
    private final double[] room;

    /**
     * @param length points in the row
     */
    Row(int length) {
      this.distances = new double[length];
      this.exponentials = new double[length];
      this.room = new double[length];
    }

    /** Begins with another point. */
    void clear() {
      Arrays.fill(distances, 0);
    }

    /** Adds the squared distances along an axis, times 1/l², to those of the row. */
    void add(double[] squared, double inverseSquare) {
      for (int j = 0; j < distances.length; j++) {
        distances[j] += squared[j] * inverseSquare;
      }
    }

    /** Writes the covariances; what is written next is {@link #writeSlopes}, if anything. */
    void writeValues(double signal, double[] values) {
      for (int j = 0; j < distances.length; j++) {
        distances[j] = Math.sqrt(5 * distances[j]);
        exponentials[j] = -distances[j];
      }
      Exponential.of(exponentials, room, exponentials.length);
      for (int j = 0; j < distances.length; j++) {
        double s = distances[j];
        values[j] = signal * (1 + s + s * s / 3) * exponentials[j];
      }
    }

    /** Writes σ²(5/3)(1 + s)e^(−s): times Δ²/l², the derivative by ln l of an axis. */
    void writeSlopes(double signal, double[] slopes) {
      for (int j = 0; j < distances.length; j++) {
        slopes[j] = signal * (5.0 / 3) * (1 + distances[j]) * exponentials[j];
      }
    }
  }
}
