package dev.sieve.kernel;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Scales {@link #ROWS} rows side by side. They lie anywhere in memory: one after the other, each
 * would wait for its first numbers, and again at each page. Four at a time, 100 rows of 3,072 bytes
 * or floats take three fifths of the time; ten at a time would run out of registers.
 */
final class GatherTiles {
  static final int ROWS = 4;

  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();

  /**
   * As many lanes as floats. The API has no species of 32 bits, for processors with 4 float lanes.
   */
  private static final VectorSpecies<Byte> BYTES =
      LANES == 16 ? ByteVector.SPECIES_128 : ByteVector.SPECIES_64;

  private static final VectorSpecies<Integer> INTS =
      LANES == 16 ? IntVector.SPECIES_512 : IntVector.SPECIES_256;

  private GatherTiles() {}

  /** Returns as many unsigned bytes as a vector has floats, from {@code pixels[at]} on. */
  static FloatVector floats(byte[] pixels, int at) {
    IntVector ints =
        (IntVector)
            ByteVector.fromArray(BYTES, pixels, at).convertShape(VectorOperators.B2I, INTS, 0);
    return (FloatVector) ints.and(0xFF).convertShape(VectorOperators.I2F, FLOATS, 0);
  }

  /**
   * As {@link Kernels#scale}, of whole tiles and whole vectors of bytes.
   *
   * @return the first row that is left over
   */
  static int run(
      byte[][] pixels, int[] from, int first, int end, float[] scale, float[] offset, Rows x) {
    int i = first;
    for (; i + ROWS <= end; i += ROWS) {
      tile(pixels, from, i, scale, offset, x.values(), x.at(i), x.stride());
    }
    return i;
  }

  /** As above, of floats, any number of them. */
  static int run(
      float[][] values, int[] from, int first, int end, float[] scale, float[] offset, Rows x) {
    int i = first;
    for (; i + ROWS <= end; i += ROWS) {
      tile(values, from, i, scale, offset, x.values(), x.at(i), x.stride());
    }
    return i;
  }

  private static void tile(
      byte[][] pixels,
      int[] from,
      int i,
      float[] scale,
      float[] offset,
      float[] x,
      int to,
      int stride) {
    byte[] p0 = pixels[i];
    byte[] p1 = pixels[i + 1];
    byte[] p2 = pixels[i + 2];
    byte[] p3 = pixels[i + 3];
    int at0 = from[i];
    int at1 = from[i + 1];
    int at2 = from[i + 2];
    int at3 = from[i + 3];
    for (int j = 0; j < scale.length; j += LANES) {
      FloatVector factor = FloatVector.fromArray(FLOATS, scale, j);
      FloatVector summand = FloatVector.fromArray(FLOATS, offset, j);
      floats(p0, at0 + j).mul(factor).add(summand).intoArray(x, to + j);
      floats(p1, at1 + j).mul(factor).add(summand).intoArray(x, to + stride + j);
      floats(p2, at2 + j).mul(factor).add(summand).intoArray(x, to + 2 * stride + j);
      floats(p3, at3 + j).mul(factor).add(summand).intoArray(x, to + 3 * stride + j);
    }
  }

  private static void tile(
      float[][] values,
      int[] from,
      int i,
      float[] scale,
      float[] offset,
      float[] x,
      int to,
      int stride) {
    float[] v0 = values[i];
    float[] v1 = values[i + 1];
    float[] v2 = values[i + 2];
    float[] v3 = values[i + 3];
    int at0 = from[i];
    int at1 = from[i + 1];
    int at2 = from[i + 2];
    int at3 = from[i + 3];
    int whole = FLOATS.loopBound(scale.length);
    for (int j = 0; j < whole; j += LANES) {
      FloatVector factor = FloatVector.fromArray(FLOATS, scale, j);
      FloatVector summand = FloatVector.fromArray(FLOATS, offset, j);
      floats(v0, at0 + j).mul(factor).add(summand).intoArray(x, to + j);
      floats(v1, at1 + j).mul(factor).add(summand).intoArray(x, to + stride + j);
      floats(v2, at2 + j).mul(factor).add(summand).intoArray(x, to + 2 * stride + j);
      floats(v3, at3 + j).mul(factor).add(summand).intoArray(x, to + 3 * stride + j);
    }
    for (int j = whole; j < scale.length; j++) {
      x[to + j] = v0[at0 + j] * scale[j] + offset[j];
      x[to + stride + j] = v1[at1 + j] * scale[j] + offset[j];
      x[to + 2 * stride + j] = v2[at2 + j] * scale[j] + offset[j];
      x[to + 3 * stride + j] = v3[at3 + j] * scale[j] + offset[j];
    }
  }

  private static FloatVector floats(float[] values, int at) {
    return FloatVector.fromArray(FLOATS, values, at);
  }
}
