package dev.sieve.sample.gp;

import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of a process.
 *
 * @param lengths one an axis, in units of the cube
 * @param signal variance of the function, σ²
 * @param noise variance of the noise that is not known for each point, v
 */
record Parameters(List<Double> lengths, double signal, double noise) {

  Parameters {
    lengths = List.copyOf(lengths);
  }

  /** Returns those of (ln l of each axis, ln σ², ln v). */
  static Parameters ofLogarithms(double[] logarithms) {
    int axes = logarithms.length - 2;
    List<Double> lengths = new ArrayList<>();
    for (int axis = 0; axis < axes; axis++) {
      lengths.add(StrictMath.exp(logarithms[axis]));
    }
    return new Parameters(
        lengths, StrictMath.exp(logarithms[axes]), StrictMath.exp(logarithms[axes + 1]));
  }

  /** Returns 1/l² of each axis. */
  double[] inverseSquares() {
    return lengths.stream().mapToDouble(length -> 1 / (length * length)).toArray();
  }
}
