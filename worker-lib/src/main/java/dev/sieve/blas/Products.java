package dev.sieve.blas;

import dev.ludovic.netlib.blas.BLAS;

/**
 * The two large products of a training step. All matrices are column-major: X is (inputs × rows),
 * one image a column; V is (inputs × columns), one unit a column; A is (rows × columns).
 *
 * <p>The members of a pack stand along the products' N, where padding can make their bits
 * independent of each other (along M it cannot, on AVX2 kernels). On two cores of an AMD EPYC (Zen
 * 4), one thread, inputs = 3072, rows = 100, in GFLOP/s (N / forward / update): 50 / 57 / 78, 200 /
 * 82 / 94, 400 / 89 / 95; along M instead: 81 / 76, 89 / 97, 89 / 101.
 */
public final class Products {
  private Products() {}

  /** Writes A = Xᵀ V; reads X and V. */
  public static void forward(
      BLAS blas, float[] x, int rows, int inputs, float[] v, int columns, float[] a) {
    blas.sgemm("T", "N", rows, columns, inputs, 1, x, 0, inputs, v, 0, inputs, 0, a, 0, rows);
  }

  /** Adds −X G to V; reads X and G, which has the shape of A. */
  public static void subtract(
      BLAS blas, float[] x, int rows, int inputs, float[] g, int columns, float[] v) {
    blas.sgemm("N", "N", inputs, columns, rows, -1, x, 0, inputs, g, 0, rows, 1, v, 0, inputs);
  }
}
