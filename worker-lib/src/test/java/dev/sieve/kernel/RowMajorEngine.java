package dev.sieve.kernel;

import dev.sieve.engine.Engine;

/**
 * An engine whose weights are one row-major matrix per layer, as a BLAS wants them, with sums in
 * double precision: laid out and rounded otherwise than Sieve's own.
 */
public record RowMajorEngine() implements Engine {
  private static final Products PRODUCTS = new RowMajor();

  @Override
  public Products products() {
    return PRODUCTS;
  }

  private static final class RowMajor implements Products {
    private static final int ALIGNMENT = 24;

    @Override
    public String name() {
      return "row-major";
    }

    @Override
    public int lanes(int columns) {
      return Panels.roundUp(columns, ALIGNMENT);
    }

    @Override
    public int alignment() {
      return ALIGNMENT;
    }

    @Override
    public void forward(
        Rows x, int rows, Panels w, float[] bias, float[] floor, Rows a, int from, int to) {
      for (int i = 0; i < rows; i++) {
        for (int u = w.column(from); u < w.column(to); u++) {
          double sum = bias[u];
          for (int j = 0; j < w.depth(); j++) {
            sum += (double) x.values()[x.at(i) + j] * w.values()[w.at(0, j) + u];
          }
          a.values()[a.at(i) + u] = Math.max(floor[u], (float) sum);
        }
      }
    }

    @Override
    public void update(Rows x, int rows, Rows g, float[] decay, Panels w, int from, int to) {
      for (int j = 0; j < w.depth(); j++) {
        for (int u = w.column(from); u < w.column(to); u++) {
          float old = w.values()[w.at(0, j) + u];
          double change = (double) decay[u] * old;
          for (int i = 0; i < rows; i++) {
            change += (double) x.values()[x.at(i) + j] * g.values()[g.at(i) + u];
          }
          w.values()[w.at(0, j) + u] = (float) (old + change);
        }
      }
    }
  }
}
