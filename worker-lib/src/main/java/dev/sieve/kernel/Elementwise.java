package dev.sieve.kernel;

/**
 * Loops over single numbers. They have the same bits as vector code and as plain loops, so all
 * engines share them; vector code runs if the JVM has the Vector API. No checks; nothing allocates.
 */
public final class Elementwise {
  private Elementwise() {}

  /**
   * Reads d unsigned bytes of {@code pixels} from {@code from} on; writes {@code scale[j] · byte +
   * offset[j]} into {@code x} from {@code to} on, multiplied and added in float, each rounded.
   */
  public static void scale(
      byte[] pixels, int from, float[] scale, float[] offset, float[] x, int to) {
    OwnKernels.FASTEST.scale(pixels, from, scale, offset, x, to);
  }

  /** As above, of d floats of {@code values}, which may be {@code x} itself, place by place. */
  public static void scale(
      float[] values, int from, float[] scale, float[] offset, float[] x, int to) {
    OwnKernels.FASTEST.scale(values, from, scale, offset, x, to);
  }

  /**
   * Writes rows {@code first} up to {@code end}, exclusive, of {@code x}: row i as above, of the d
   * bytes of {@code pixels[i]} from {@code from[i]} on.
   */
  public static void scale(
      byte[][] pixels, int[] from, int first, int end, float[] scale, float[] offset, Rows x) {
    OwnKernels.FASTEST.scale(pixels, from, first, end, scale, offset, x);
  }

  /** As above, of rows of floats. */
  public static void scale(
      float[][] values, int[] from, int first, int end, float[] scale, float[] offset, Rows x) {
    OwnKernels.FASTEST.scale(values, from, first, end, scale, offset, x);
  }

  /**
   * Passes gradients back through a ReLU: replaces {@code d[dAt + u]} by {@code factor} times
   * itself where {@code h[hAt + u]} > 0, and by 0 where it is 0, for u = 0, 1, … {@code units} − 1.
   *
   * @param h the outputs of the ReLU, read
   */
  public static void rectifyBack(float[] d, int dAt, float[] h, int hAt, int units, float factor) {
    OwnKernels.FASTEST.rectifyBack(d, dAt, h, hAt, units, factor);
  }
}
