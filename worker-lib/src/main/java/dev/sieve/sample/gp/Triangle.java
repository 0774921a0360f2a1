package dev.sieve.sample.gp;

/**
 * Cholesky's factor of a symmetric positive definite matrix, and what is solved with it. Matrices
 * are arrays of rows, which loops run along, each sum in one fixed order.
 */
final class Triangle {
  private Triangle() {}

  /**
   * Replaces the upper triangle of {@code a}, n × n, by U with UᵀU = A, and does not touch the
   * rest.
   *
   * @throws IllegalStateException where A is not positive definite
   */
  static void factor(double[][] a) {
    int n = a.length;
    double[] column = new double[n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        column[k] = a[k][i];
      }
      subtract(a[i], column, a, 0, i, i, n);
      double pivot = a[i][i];
      if (!(pivot > 0)) {
        throw new IllegalStateException("pivot " + i + " must be > 0, but was " + pivot);
      }
      divide(a[i], Math.sqrt(pivot), i, n);
    }
  }

  /** Returns U⁻ᵀ, n × n and lower triangular, of U in the upper triangle of {@code u}. */
  static double[][] inverse(double[][] u) {
    int n = u.length;
    double[][] x = new double[n][n];
    double[] column = new double[n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        column[k] = u[k][i];
      }
      x[i][i] = 1;
      subtract(x[i], column, x, 0, i, 0, i);
      divide(x[i], u[i][i], 0, i + 1);
    }
    return x;
  }

  /** Returns XᵀX, of which the upper triangle is set, of a lower triangular X, n × n. */
  static double[][] square(double[][] x) {
    int n = x.length;
    double[][] product = new double[n][n];
    double[] column = new double[n];
    for (int i = 0; i < n; i++) {
      for (int k = i; k < n; k++) {
        column[k] = -x[k][i];
      }
      subtract(product[i], column, x, i, n, i, n);
    }
    return product;
  }

  /** Replaces {@code b}, n rows of one length, by U⁻ᵀB. */
  static void solveTransposed(double[][] u, double[][] b) {
    double[] column = new double[u.length];
    for (int i = 0; i < u.length; i++) {
      for (int k = 0; k < i; k++) {
        column[k] = u[k][i];
      }
      subtract(b[i], column, b, 0, i, 0, b[i].length);
      divide(b[i], u[i][i], 0, b[i].length);
    }
  }

  /** Replaces {@code b} of length n by U⁻ᵀb. */
  static void solveTransposed(double[][] u, double[] b) {
    for (int k = 0; k < b.length; k++) {
      b[k] /= u[k][k];
      for (int i = k + 1; i < b.length; i++) {
        b[i] -= u[k][i] * b[k];
      }
    }
  }

  /** Replaces {@code b} of length n by U⁻¹b. */
  static void solve(double[][] u, double[] b) {
    for (int i = b.length - 1; i >= 0; i--) {
      double sum = b[i];
      for (int j = i + 1; j < b.length; j++) {
        sum -= u[i][j] * b[j];
      }
      b[i] = sum / u[i][i];
    }
  }

  private static void divide(double[] row, double divisor, int low, int high) {
    for (int j = low; j < high; j++) {
      row[j] /= divisor;
    }
  }

  /**
   * Subtracts rows {@code from} to {@code to} of {@code y}, each times its factor and one after the
   * other, from {@code x}, in columns {@code low} to {@code high}. Four rows at a time: {@code x}
   * is loaded and stored a quarter as often, and each sum stays the same chain.
   */
  private static void subtract(
      double[] x, double[] factors, double[][] y, int from, int to, int low, int high) {
    int k = from;
    for (; k + 4 <= to; k += 4) {
      subtractFour(
          x,
          factors[k],
          y[k],
          factors[k + 1],
          y[k + 1],
          factors[k + 2],
          y[k + 2],
          factors[k + 3],
          y[k + 3],
          low,
          high);
    }
    for (; k < to; k++) {
      double factor = factors[k];
      double[] row = y[k];
      for (int j = low; j < high; j++) {
        x[j] -= factor * row[j];
      }
    }
  }

  private static void subtractFour(
      double[] x,
      double a,
      double[] y,
      double b,
      double[] z,
      double c,
      double[] v,
      double d,
      double[] w,
      int low,
      int high) {
    for (int j = low; j < high; j++) {
      x[j] = x[j] - a * y[j] - b * z[j] - c * v[j] - d * w[j];
    }
  }
}
