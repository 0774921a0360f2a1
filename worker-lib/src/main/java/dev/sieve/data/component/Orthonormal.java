package dev.sieve.data.component;

import dev.sieve.kernel.Panels;
import dev.sieve.kernel.Products;
import dev.sieve.kernel.Rows;

/**
 * Orthonormal bases by Cholesky's factorization YᵀY = RᵀR and Q = YR⁻¹, twice, since the first pass
 * leaves an error that grows with the condition of Y: Yamamoto, Nakatsukasa, Yanagisawa and Fukaya,
 * "Roundoff error analysis of the CholeskyQR2 algorithm", Electronic Transactions on Numerical
 * Analysis 44, 2015. YᵀY and R are doubles, so that the squared condition does no harm.
 */
final class Orthonormal {
  /** A column whose square shrinks to this share depends on those before it. */
  private static final double DEPENDENT = 1e-12;

  /** Rows that are summed at a time: as doubles, they stay in a second-level cache. */
  private static final int BLOCK = 64;

  private final Products products;
  private final int rows;
  private final int columns;

  /** For matrices of {@code rows} × {@code columns}. */
  Orthonormal(Products products, int rows, int columns) {
    this.products = products;
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * Returns Q: its first k columns span what the first k columns of {@code y} span. A column that
   * depends on those before it becomes zero.
   */
  Rows basis(Rows y) {
    return pass(pass(y));
  }

  private Rows pass(Rows y) {
    double[][] r = symmetric(y, y);
    factor(r);
    return times(y, inverse(r), columns);
  }

  /** Returns Y C, for {@code c} of (columns × width) numbers, row by row. */
  Rows times(Rows y, double[][] c, int width) {
    float[] byColumn = new float[columns * width];
    for (int j = 0; j < columns; j++) {
      for (int u = 0; u < width; u++) {
        byColumn[u * columns + j] = (float) c[j][u];
      }
    }
    Panels w = new Panels(products, columns, width);
    w.set(0, width, byColumn);
    return Multiplication.of(products, y, rows, w, width);
  }

  /** Returns XᵀY, which is symmetric, from the products on and above its diagonal. */
  double[][] symmetric(Rows x, Rows y) {
    double[][] sums = new double[columns][columns];
    double[][] block = new double[BLOCK][columns];
    for (int from = 0; from < rows; from += BLOCK) {
      int count = Math.min(BLOCK, rows - from);
      for (int i = 0; i < count; i++) {
        for (int u = 0; u < columns; u++) {
          block[i][u] = y.values()[y.at(from + i) + u];
        }
      }
      for (int u = 0; u < columns; u++) {
        for (int i = 0; i < count; i++) {
          add(sums[u], u, x.values()[x.at(from + i) + u], block[i]);
        }
      }
    }
    for (int u = 0; u < columns; u++) {
      for (int k = 0; k < u; k++) {
        sums[u][k] = sums[k][u];
      }
    }
    return sums;
  }

  /** Turns {@code a} = RᵀR into R, upper triangular; a dependent column leaves a row of zeros. */
  private void factor(double[][] a) {
    double[] squares = new double[columns];
    for (int k = 0; k < columns; k++) {
      squares[k] = a[k][k];
    }
    for (int k = 0; k < columns; k++) {
      double pivot = a[k][k];
      double scale = pivot > DEPENDENT * squares[k] ? 1 / Math.sqrt(pivot) : 0;
      for (int j = k; j < columns; j++) {
        a[k][j] *= scale;
      }
      for (int i = k + 1; i < columns; i++) {
        add(a[i], i, -a[k][i], a[k]);
      }
    }
  }

  /** Returns R⁻¹, whose column is zero where {@code r} has a row of zeros. */
  private double[][] inverse(double[][] r) {
    double[][] inverse = new double[columns][columns];
    for (int k = columns - 1; k >= 0; k--) {
      if (r[k][k] == 0) {
        continue;
      }
      double[] row = inverse[k];
      for (int j = k + 1; j < columns; j++) {
        add(row, j, -r[k][j], inverse[j]);
      }
      row[k] = 1;
      for (int j = k; j < columns; j++) {
        row[j] /= r[k][k];
      }
    }
    return inverse;
  }

  /** Adds {@code factor · y} to {@code sums}, from column {@code from} on. */
  private static void add(double[] sums, int from, double factor, double[] y) {
    for (int j = from; j < sums.length; j++) {
      sums[j] += factor * y[j];
    }
  }
}
