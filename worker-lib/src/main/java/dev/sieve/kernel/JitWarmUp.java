package dev.sieve.kernel;

/**
 * Runs the kernels on small matrices until the JIT has compiled them: 0.6 s, while something else
 * starts. Without it, the first second of a training makes a quarter of the steps of the next: the
 * Vector API is slow as long as it is interpreted.
 */
public final class JitWarmUp {
  private static final int TIMES = 1_500;

  /** Forward products take 20 by fives and 8 by fours; of one panel, 24 by eights and 4. */
  private static final int ROWS = 28;

  /** Forward products take 4, 3 and 2 at once, and updates 3, 3 and 3. */
  private static final int PANELS = 9;

  private JitWarmUp() {}

  /** Returns when it is done; on the calling thread. */
  public static void run() {
    Panels panels = new Panels(Panels.DEPTH, PANELS * Kernels.FASTEST.lanes());
    Rows x = new Rows(ROWS, Panels.DEPTH);
    Rows a = new Rows(ROWS, panels.width());
    float[] zeros = new float[panels.width()];
    for (int i = 0; i < TIMES; i++) {
      panels.forward(x, ROWS, zeros, zeros, a);
      panels.update(x, ROWS, a, zeros);
      panels.forward(x, ROWS, zeros, zeros, a, 0, 1);
      panels.update(x, ROWS, a, zeros, 0, 2);
      panels.update(x, ROWS, a, zeros, 0, 1);
    }
  }
}
