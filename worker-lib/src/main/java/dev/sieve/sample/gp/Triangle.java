package dev.sieve.sample.gp;

/**
 * Cholesky's factor of a symmetric positive definite matrix, and what is solved with it. Matrices
 * of n rows are flat, row after row; loops run along rows, each sum in one fixed order.
 */
final class Triangle {
  private Triangle() {}

  /**
   * Replaces the upper triangle of {@code a}, n × n, by U with UᵀU = A, and does not touch the
   * rest.
   *
   * @throws IllegalStateException where A is not positive definite
   */
  static void factor(double[] a, int n) {
    for (int k = 0; k < n; k++) {
      double pivot = a[k * n + k];
      if (!(pivot > 0)) {
        throw new IllegalStateException("pivot " + k + " must be > 0, but was " + pivot);
      }
      double root = Math.sqrt(pivot);
      for (int j = k; j < n; j++) {
        a[k * n + j] /= root;
      }
      for (int i = k + 1; i < n; i++) {
        subtract(a, i * n, a[k * n + i], a, k * n, i, n);
      }
    }
  }

  /** Returns U⁻ᵀ, n × n and lower triangular, of U in the upper triangle of {@code u}. */
  static double[] inverse(double[] u, int n) {
    double[] x = new double[n * n];
    for (int k = 0; k < n; k++) {
      x[k * n + k] = 1;
      for (int j = 0; j < k; j++) {
        subtract(x, k * n, u[j * n + k], x, j * n, 0, j + 1);
      }
      for (int j = 0; j <= k; j++) {
        x[k * n + j] /= u[k * n + k];
      }
    }
    return x;
  }

  /** Returns XᵀX, of which the upper triangle is set, of a lower triangular X, n × n. */
  static double[] square(double[] x, int n) {
    double[] product = new double[n * n];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i <= k; i++) {
        subtract(product, i * n, -x[k * n + i], x, k * n, i, k + 1);
      }
    }
    return product;
  }

  /** Replaces {@code b}, n × {@code columns}, by U⁻ᵀB. */
  static void solveTransposed(double[] u, int n, double[] b, int columns) {
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        subtract(b, i * columns, u[k * n + i], b, k * columns, 0, columns);
      }
      for (int c = 0; c < columns; c++) {
        b[i * columns + c] /= u[i * n + i];
      }
    }
  }

  /** Replaces {@code b} of length n by U⁻¹b. */
  static void solve(double[] u, int n, double[] b) {
    for (int i = n - 1; i >= 0; i--) {
      double sum = b[i];
      for (int j = i + 1; j < n; j++) {
        sum -= u[i * n + j] * b[j];
      }
      b[i] = sum / u[i * n + i];
    }
  }

  /** Subtracts {@code factor} times a row of {@code y} from one of {@code x}, columns from … to. */
  private static void subtract(
      double[] x, int xRow, double factor, double[] y, int yRow, int from, int to) {
    for (int j = from; j < to; j++) {
      x[xRow + j] -= factor * y[yRow + j];
    }
  }
}
