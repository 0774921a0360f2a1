package dev.sieve.kernel;

import java.util.Arrays;

/**
 * Loops over scalars, for JVMs without the Vector API; the vector kernels are tested against them.
 */
final class PlainKernels implements Kernels {
  /** Wide enough for the JIT to vectorize the loop over a panel's columns. */
  private static final int LANES = 64;

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public void forward(
      Rows x, int rows, Panels w, float[] bias, float[] floor, Rows a, int fromPanel, int toPanel) {
    for (int p = fromPanel; p < toPanel; p++) {
      for (int i = 0; i < rows; i++) {
        int at = a.at(i) + p * LANES;
        System.arraycopy(bias, p * LANES, a.values(), at, LANES);
        for (int j = 0; j < w.depth(); j++) {
          addTo(a.values(), at, x.values()[x.at(i) + j], w.values(), w.at(p, j));
        }
        raise(a.values(), at, floor, p * LANES);
      }
    }
  }

  @Override
  public void update(
      Rows x, int rows, Rows g, float[] decay, Panels w, int fromPanel, int toPanel) {
    float[] change = new float[LANES];
    for (int p = fromPanel; p < toPanel; p++) {
      for (int j = 0; j < w.depth(); j++) {
        int at = w.at(p, j);
        Arrays.fill(change, 0f);
        for (int i = 0; i < rows; i++) {
          addTo(change, 0, x.values()[x.at(i) + j], g.values(), g.at(i) + p * LANES);
        }
        for (int l = 0; l < LANES; l++) {
          float old = w.values()[at + l];
          w.values()[at + l] = old + Math.fma(old, decay[p * LANES + l], change[l]);
        }
      }
    }
  }

  /** Adds {@code factor} times one panel's columns of a row to those of another. */
  private static void addTo(float[] to, int toAt, float factor, float[] from, int fromAt) {
    for (int l = 0; l < LANES; l++) {
      to[toAt + l] = Math.fma(factor, from[fromAt + l], to[toAt + l]);
    }
  }

  private static void raise(float[] a, int at, float[] floor, int from) {
    for (int l = 0; l < LANES; l++) {
      a[at + l] = Math.max(floor[from + l], a[at + l]);
    }
  }

  /** C2 does not vectorize loops that widen bytes. */
  @Override
  public void scale(byte[] pixels, int from, float[] scale, float[] offset, float[] x, int to) {
    for (int j = 0; j < scale.length; j++) {
      x[to + j] = (pixels[from + j] & 0xFF) * scale[j] + offset[j];
    }
  }

  /** By a bit mask: a branch would be mispredicted on every other number. */
  @Override
  public void scale(float[] values, int from, float[] scale, float[] offset, float[] x, int to) {
    for (int j = 0; j < scale.length; j++) {
      x[to + j] = values[from + j] * scale[j] + offset[j];
    }
  }

  @Override
  public void rectifyBack(float[] d, int dAt, float[] h, int hAt, int units, float factor) {
    for (int u = 0; u < units; u++) {
      int mask = -Float.floatToRawIntBits(h[hAt + u]) >> 31; // all ones where H > 0
      d[dAt + u] = Float.intBitsToFloat(Float.floatToRawIntBits(factor * d[dAt + u]) & mask);
    }
  }
}
