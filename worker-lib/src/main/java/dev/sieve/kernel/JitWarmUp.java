package dev.sieve.kernel;

/**
 * Runs the kernels on small matrices until the JIT has compiled them: 0.4 s, while something else
 * starts. Without it, the first second of a training makes a quarter of the steps of the next: the
 * Vector API is slow as long as it is interpreted.
 */
public final class JitWarmUp {
  private static final int TIMES = 3_000;
  private static final int ROWS = 4;

  /** Of 7 panels, forward products take 4, 2 and 1 at once, and updates 3, 2 and 2. */
  private static final int PANELS = 7;

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
      panels.update(x, ROWS, a, zeros, 0, 1);
    }
  }
}
