package dev.sieve.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Kernels that use the Vector API. They use lanewise operations only, which round as scalars do; a
 * reduction over lanes, or the API's own exponential, would not.
 *
 * <p>In a source folder of its own: the compiler warns of incubating modules, and no option
 * silences that warning.
 */
public final class VectorKernels implements Kernels {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();

  private static final boolean WIDE = LANES == 8 || LANES == 16;

  private final PlainKernels plain = new PlainKernels();

  @Override
  public String name() {
    return "vector-" + FLOATS.vectorBitSize();
  }

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public void forward(
      Rows x, int rows, Panels w, float[] bias, float[] floor, Rows a, int fromPanel, int toPanel) {
    ForwardTiles.run(x, rows, w, bias, floor, a, fromPanel, toPanel);
  }

  @Override
  public void update(
      Rows x, int rows, Rows g, float[] decay, Panels w, int fromPanel, int toPanel) {
    UpdateTiles.run(x, rows, g, decay, w, fromPanel, toPanel);
  }

  /**
   * Takes 71 µs for 100 images of CIFAR-10 on one core of an AMD EPYC (Zen 4); the plain loop takes
   * 230.
   */
  @Override
  public void scale(byte[] pixels, int from, float[] scale, float[] offset, float[] x, int to) {
    if (!WIDE || scale.length % LANES != 0) {
      plain.scale(pixels, from, scale, offset, x, to);
      return;
    }
    for (int j = 0; j < scale.length; j += LANES) {
      GatherTiles.floats(pixels, from + j)
          .mul(FloatVector.fromArray(FLOATS, scale, j))
          .add(FloatVector.fromArray(FLOATS, offset, j))
          .intoArray(x, to + j);
    }
  }

  @Override
  public void scale(
      byte[][] pixels, int[] from, int first, int end, float[] scale, float[] offset, Rows x) {
    int rest =
        WIDE && scale.length % LANES == 0
            ? GatherTiles.run(pixels, from, first, end, scale, offset, x)
            : first;
    Kernels.super.scale(pixels, from, rest, end, scale, offset, x);
  }

  /**
   * C2 makes no vectors of the plain loop, since {@code x} might overlap what is read: that takes 8
   * times as long for 100 examples of 3,072 floats.
   */
  @Override
  public void scale(float[] values, int from, float[] scale, float[] offset, float[] x, int to) {
    int whole = FLOATS.loopBound(scale.length);
    for (int j = 0; j < whole; j += LANES) {
      FloatVector.fromArray(FLOATS, values, from + j)
          .mul(FloatVector.fromArray(FLOATS, scale, j))
          .add(FloatVector.fromArray(FLOATS, offset, j))
          .intoArray(x, to + j);
    }
    for (int j = whole; j < scale.length; j++) {
      x[to + j] = values[from + j] * scale[j] + offset[j];
    }
  }

  @Override
  public void scale(
      float[][] values, int[] from, int first, int end, float[] scale, float[] offset, Rows x) {
    int rest = GatherTiles.run(values, from, first, end, scale, offset, x);
    Kernels.super.scale(values, from, rest, end, scale, offset, x);
  }

  @Override
  public void rectifyBack(float[] d, int dAt, float[] h, int hAt, int units, float factor) {
    FloatVector zero = FloatVector.zero(FLOATS);
    int whole = FLOATS.loopBound(units);
    for (int u = 0; u < whole; u += LANES) {
      VectorMask<Float> off =
          FloatVector.fromArray(FLOATS, h, hAt + u).compare(VectorOperators.EQ, zero);
      FloatVector.fromArray(FLOATS, d, dAt + u).mul(factor).blend(zero, off).intoArray(d, dAt + u);
    }
    plain.rectifyBack(d, dAt + whole, h, hAt + whole, units - whole, factor);
  }
}
