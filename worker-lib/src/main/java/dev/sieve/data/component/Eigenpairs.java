package dev.sieve.data.component;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues of a symmetric matrix, the largest first, and their eigenvectors of length 1. Not a
 * record: it holds arrays, and is never compared.
 */
final class Eigenpairs {
  private final double[] values;
  private final double[][] vectors;

  private Eigenpairs(double[] values, double[][] vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /** Returns those with the eigenvectors in the rows of {@code vectors}, in the order of values. */
  static Eigenpairs sorted(double[] values, double[][] vectors) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> values[i]).reversed())
            .mapToInt(i -> i)
            .toArray();
    return new Eigenpairs(
        IntStream.of(order).mapToDouble(i -> values[i]).toArray(),
        IntStream.of(order).mapToObj(i -> vectors[i]).toArray(double[][]::new));
  }

  int count() {
    return values.length;
  }

  double value(int i) {
    return values[i];
  }

  /** Returns eigenvector {@code i}; the array itself. */
  double[] vector(int i) {
    return vectors[i];
  }
}
