package dev.sieve.engine.netlib;

import dev.ludovic.netlib.blas.BLAS;
import dev.sieve.kernel.Panels;
import dev.sieve.kernel.Products;
import dev.sieve.kernel.Rows;

/**
 * Products by {@code sgemm}, one call for each panel of as many columns. All calls of a training
 * have the same shape, whatever networks stand in the panel: so a network gets the same bits alone
 * and in any pack, as far as the library treats the columns of a matrix alike, which {@link Probe}
 * makes sure of.
 *
 * <p>Matrices are row-major here and column-major there, where each is its own transpose: Aᵀ = Wᵀ
 * Xᵀ instead of A = X W.
 */
final class NetlibProducts implements Products {
  /** Multiply-adds of one call: netlib's Vector API BLAS counts them by an int. */
  private static final long MOST = Integer.MAX_VALUE;

  private final BLAS blas;
  private final String name;
  private final int lanes;

  NetlibProducts(BLAS blas, String name, int lanes) {
    this.blas = blas;
    this.name = name;
    this.lanes = lanes;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int lanes(int columns) {
    return lanes;
  }

  @Override
  public int alignment() {
    return lanes;
  }

  @Override
  public void forward(
      Rows x, int rows, Panels w, float[] bias, float[] floor, Rows a, int fromPanel, int toPanel) {
    int together = (int) Math.max(1, MOST / ((long) lanes * w.depth()));
    for (int p = fromPanel; p < toPanel; p++) {
      int column = w.column(p);
      for (int i = 0; i < rows; i++) {
        System.arraycopy(bias, column, a.values(), a.at(i) + column, lanes);
      }
      for (int i = 0; i < rows; i += together) {
        blas.sgemm(
            "N",
            "N",
            lanes,
            Math.min(together, rows - i),
            w.depth(),
            1,
            w.values(),
            w.at(p, 0),
            lanes,
            x.values(),
            x.at(i),
            x.stride(),
            1,
            a.values(),
            a.at(i) + column,
            a.stride());
      }
      for (int i = 0; i < rows; i++) {
        raise(a.values(), a.at(i) + column, floor, column);
      }
    }
  }

  private void raise(float[] a, int at, float[] floor, int from) {
    for (int l = 0; l < lanes; l++) {
      a[at + l] = Math.max(floor[from + l], a[at + l]);
    }
  }

  @Override
  public void update(
      Rows x, int rows, Rows g, float[] decay, Panels w, int fromPanel, int toPanel) {
    int together = (int) Math.max(1, MOST / ((long) lanes * rows));
    for (int p = fromPanel; p < toPanel; p++) {
      int column = w.column(p);
      decay(w, p, decay);
      for (int j = 0; j < w.depth(); j += together) {
        blas.sgemm(
            "N",
            "T",
            lanes,
            Math.min(together, w.depth() - j),
            rows,
            1,
            g.values(),
            g.at(0) + column,
            g.stride(),
            x.values(),
            x.at(0) + j,
            x.stride(),
            1,
            w.values(),
            w.at(p, j),
            lanes);
      }
    }
  }

  /** Adds decay ∘ W to W, in panel {@code p}. */
  private void decay(Panels w, int p, float[] decay) {
    int column = w.column(p);
    float[] values = w.values();
    for (int j = 0; j < w.depth(); j++) {
      int at = w.at(p, j);
      for (int l = 0; l < lanes; l++) {
        values[at + l] = Math.fma(values[at + l], decay[column + l], values[at + l]);
      }
    }
  }
}
