package dev.sieve.kernel;

import java.lang.System.Logger.Level;
import java.util.ServiceLoader;

/**
 * Sieve's own innermost loops. Every number that they write is one chain of multiplications and
 * additions, in an order that depends neither on the shapes of the matrices nor on the width of the
 * processor's vectors: a network gets the same bits alone, in any pack, and on any machine.
 *
 * <ul>
 *   <li>{@link #forward}: element (i, u) of A begins as b_u and adds x_ij w_ju for j = 0, 1, …,
 *       each by a fused multiply-add.
 *   <li>{@link #update}: element (j, u) of W gets decay_u w_ju + s, where s begins as 0 and adds
 *       x_ij g_iu for i = 0, 1, …, all by fused multiply-adds. The change is complete before it is
 *       rounded to the last bit of its weight.
 * </ul>
 */
interface Kernels extends Products {

  /** Returns how many columns stand together in a panel of any matrix. */
  int lanes();

  @Override
  default int lanes(int columns) {
    return lanes();
  }

  @Override
  default int alignment() {
    return Math.max(lanes(), Panels.DEPTH);
  }

  /** As {@link Elementwise#scale}. */
  void scale(byte[] pixels, int from, float[] scale, float[] offset, float[] x, int to);

  /** As above, of d floats of {@code values}. */
  void scale(float[] values, int from, float[] scale, float[] offset, float[] x, int to);

  /** As {@link Elementwise#scale(byte[][], int[], int, int, float[], float[], Rows)}. */
  default void scale(
      byte[][] pixels, int[] from, int first, int end, float[] scale, float[] offset, Rows x) {
    for (int i = first; i < end; i++) {
      scale(pixels[i], from[i], scale, offset, x.values(), x.at(i));
    }
  }

  /** As above, of rows of floats. */
  default void scale(
      float[][] values, int[] from, int first, int end, float[] scale, float[] offset, Rows x) {
    for (int i = first; i < end; i++) {
      scale(values[i], from[i], scale, offset, x.values(), x.at(i));
    }
  }

  /** As {@link Elementwise#rectifyBack}. */
  void rectifyBack(float[] d, int dAt, float[] h, int hAt, int units, float factor);

  /**
   * Returns the fastest ones for this JVM: by the Vector API where the JVM was started with {@code
   * --add-modules jdk.incubator.vector}, as Spark starts its own; plain loops otherwise.
   */
  static Kernels fastest() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
      return ServiceLoader.load(Kernels.class, Kernels.class.getClassLoader())
          .findFirst()
          .orElseGet(PlainKernels::new);
    }
    System.getLogger(Kernels.class.getName())
        .log(
            Level.WARNING,
            "training is several times slower than it could be: the JVM was started without"
                + " --add-modules jdk.incubator.vector");
    return new PlainKernels();
  }
}
