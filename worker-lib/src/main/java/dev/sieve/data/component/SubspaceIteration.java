package dev.sieve.data.component;

import dev.sieve.kernel.Panels;
import dev.sieve.kernel.Products;
import dev.sieve.kernel.Rows;
import dev.sieve.sample.RandomStream;

/**
 * The leading eigenvectors of a large symmetric matrix M by randomized subspace iteration: Halko,
 * Martinsson and Tropp, "Finding Structure with Randomness: Probabilistic Algorithms for
 * Constructing Approximate Matrix Decompositions", SIAM Review 53, 2011, algorithms 4.4 and 5.3. M
 * is XᵀX / n, so that each step does the work of two of the paper's products.
 */
final class SubspaceIteration {
  /** Directions beyond those asked for: the last ones of a subspace are the least accurate. */
  private static final int OVERSAMPLING = 16;

  /** On real CIFAR-10, 250 components so hold all but 2 · 10⁻⁶ of what the best ones hold. */
  private static final int STEPS = 3;

  private final Products products;
  private final Rows m;
  private final int size;

  /**
   * @param m symmetric, (size × size)
   */
  SubspaceIteration(Products products, Rows m, int size) {
    this.products = products;
    this.m = m;
    this.size = size;
  }

  /**
   * Returns the largest eigenvalues, {@code wanted} or a few more, or all if there are no more, and
   * their eigenvectors.
   *
   * @param random draws the directions to start from
   */
  Eigenpairs leading(int wanted, RandomStream random) {
    int columns = wanted + OVERSAMPLING;
    return columns >= size ? SymmetricEigen.of(all()) : within(columns, random);
  }

  private double[][] all() {
    double[][] all = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        all[i][j] = m.values()[m.at(i) + j];
      }
    }
    return all;
  }

  /** Returns the eigenpairs of M within the subspace that the iteration ends with. */
  private Eigenpairs within(int columns, RandomStream random) {
    Orthonormal orthonormal = new Orthonormal(products, size, columns);
    Rows q = start(columns, random);
    for (int step = 0; step < STEPS; step++) {
      q = orthonormal.basis(timesM(q, columns));
    }
    Eigenpairs small = SymmetricEigen.of(orthonormal.symmetric(q, timesM(q, columns)));
    double[][] rotation = new double[columns][columns];
    double[] values = new double[columns];
    for (int u = 0; u < columns; u++) {
      values[u] = small.value(u);
      for (int j = 0; j < columns; j++) {
        rotation[j][u] = small.vector(u)[j];
      }
    }
    Rows vectors = orthonormal.times(q, rotation, columns);
    double[][] rows = new double[columns][size];
    for (int u = 0; u < columns; u++) {
      for (int j = 0; j < size; j++) {
        rows[u][j] = vectors.values()[vectors.at(j) + u];
      }
    }
    return Eigenpairs.sorted(values, rows);
  }

  private Rows start(int columns, RandomStream random) {
    Rows start = new Rows(products, size, columns);
    for (int j = 0; j < size; j++) {
      for (int u = 0; u < columns; u++) {
        start.values()[start.at(j) + u] = (float) random.nextGaussian();
      }
    }
    return start;
  }

  /** Returns M Q. */
  private Rows timesM(Rows q, int columns) {
    float[] byColumn = new float[size * columns];
    for (int j = 0; j < size; j++) {
      for (int u = 0; u < columns; u++) {
        byColumn[u * size + j] = q.values()[q.at(j) + u];
      }
    }
    Panels w = new Panels(products, size, columns);
    w.set(0, columns, byColumn);
    return Multiplication.of(products, m, size, w, columns);
  }
}
