package dev.sieve.kernel;

import java.lang.System.Logger.Level;
import java.util.ServiceLoader;

/**
 * The innermost loops. Every number that they write is one chain of multiplications and additions,
 * in an order that depends neither on the shape of the matrices nor on the width of the processor's
 * vectors: a network gets the same bits alone, in any pack, and on any machine.
 *
 * <p>No checks; what calls them has made sure of the shapes. Nothing allocates.
 */
public interface Kernels {

  /**
   * The fastest ones of this JVM: by the Vector API where the JVM was started with {@code
   * --add-modules jdk.incubator.vector}, as Spark starts its own; otherwise plain.
   */
  Kernels FASTEST = fastest();

  /** Returns what they are called, as {@code executions} shows it. */
  String name();

  /** Returns how many columns stand together in a panel. */
  int lanes();

  /** Returns what widths and depths are rounded up to: a multiple of {@link #lanes} and of 8. */
  default int alignment() {
    return Math.max(lanes(), Panels.DEPTH);
  }

  /**
   * Writes A = max(f, b + X W) for the panels from {@code fromPanel} up to {@code toPanel},
   * exclusive. Element (i, u) begins as b_u and adds x_ij w_ju for j = 0, 1, …, each by a fused
   * multiply-add.
   *
   * @param x (rows × depth), read
   * @param rows padded, as {@link Rows#padded} says
   * @param w (depth × width) in panels, read
   * @param bias one number a column, read
   * @param floor f, one number a column, read: 0 for a ReLU, −∞ for none; NaN stays NaN
   * @param a (rows × width), written
   */
  void forward(
      Rows x, int rows, Panels w, float[] bias, float[] floor, Rows a, int fromPanel, int toPanel);

  /**
   * Adds decay ∘ W + Xᵀ G to W, for the panels from {@code fromPanel} up to {@code toPanel},
   * exclusive. What is added to element (j, u) is decay_u w_ju + s, where s begins as 0 and adds
   * x_ij g_iu for i = 0, 1, …, all by fused multiply-adds: a change is whole before it is rounded
   * to the last bit of its weight.
   *
   * @param x (rows × depth), read
   * @param rows as they are: padding is not read
   * @param g (rows × width), read
   * @param decay one number a column, read: −2ηλ for an L2 penalty λ
   * @param w (depth × width) in panels, read and written
   */
  void update(Rows x, int rows, Rows g, float[] decay, Panels w, int fromPanel, int toPanel);

  /**
   * Reads d unsigned bytes of {@code pixels} from {@code from} on; writes {@code scale[j] · byte +
   * offset[j]} into {@code x} from {@code to} on, multiplied and added in float, each rounded.
   */
  void scale(byte[] pixels, int from, float[] scale, float[] offset, float[] x, int to);

  /**
   * A ReLU's way back: replaces {@code d[dAt + u]} by {@code factor} times itself where {@code
   * h[hAt + u]} > 0, and by 0 where it is 0, for u = 0, 1, … {@code units} − 1.
   *
   * @param h the outputs of the ReLU, read
   */
  void rectifyBack(float[] d, int dAt, float[] h, int hAt, int units, float factor);

  private static Kernels fastest() {
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
