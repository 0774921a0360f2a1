package dev.sieve.kernel;

import java.util.List;

/**
 * Runs the kernels on small matrices until the JIT has compiled them, while something else starts.
 * Without it, the first evaluation of a search takes a second, and not a tenth of one: the Vector
 * API is slow as long as C2 has not compiled what uses it, and C2 has much else to do when a JVM
 * starts.
 */
public final class JitWarmUp {
  private static final long MOST_NANOS = 2_000_000_000L;

  /** Calls of a kernel at once. */
  private static final int CALLS = 50;

  /** Operations a nanosecond that kernels make once they are compiled, and not before. */
  private static final double FAST = 2;

  /** Forward products take 20 by fives and 8 by fours; of one panel, 24 by eights and 4. */
  private static final int ROWS = 28;

  private static final Panels W = new Panels(Panels.DEPTH, 4 * Kernels.FASTEST.lanes());
  private static final Rows X = new Rows(ROWS, Panels.DEPTH);
  private static final Rows A = new Rows(ROWS, W.width());
  private static final float[] ZEROS = new float[W.width()];
  private static final int PIXELS = 256;
  private static final float[] IMAGE = new float[PIXELS];
  private static final byte[] BYTES = new byte[PIXELS];

  private final Thread thread = new Thread(JitWarmUp::run, "jit-warm-up");

  private JitWarmUp() {}

  /** Begins it, on a thread of its own, and returns. */
  public static JitWarmUp begin() {
    JitWarmUp warmUp = new JitWarmUp();
    warmUp.thread.setDaemon(true);
    warmUp.thread.start();
    return warmUp;
  }

  /** Returns when it is done: two seconds after it began at the latest. */
  public void await() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // slow kernels are no reason to fail
    }
  }

  private static void run() {
    long end = System.nanoTime() + MOST_NANOS;
    boolean fast = false;
    while (!fast && System.nanoTime() < end) {
      fast = true;
      for (int panels : List.of(4, 3, 2, 1)) {
        double operations = 2.0 * ROWS * Panels.DEPTH * W.column(panels);
        fast &= isFast(operations, () -> W.forward(X, ROWS, ZEROS, ZEROS, A, 0, panels));
        fast &= isFast(operations, () -> W.update(X, ROWS, A, ZEROS, 0, panels));
      }
      Kernels kernels = Kernels.FASTEST;
      fast &= isFast(2.0 * PIXELS, () -> kernels.scale(BYTES, 0, IMAGE, IMAGE, IMAGE, 0));
      fast &= isFast(2.0 * PIXELS, () -> kernels.rectifyBack(IMAGE, 0, IMAGE, 0, PIXELS, 1));
    }
  }

  /** Returns whether {@code kernel}, which makes so many operations, is compiled, by its speed. */
  private static boolean isFast(double operations, Runnable kernel) {
    long start = System.nanoTime();
    for (int i = 0; i < CALLS; i++) {
      kernel.run();
    }
    return operations * CALLS / (System.nanoTime() - start) > FAST;
  }
}
