package dev.sieve.engine;

import dev.sieve.kernel.Elementwise;
import dev.sieve.kernel.Panels;
import dev.sieve.kernel.Products;
import dev.sieve.kernel.Rows;

/**
 * Runs the products of an engine on small matrices until the JIT has compiled them, while something
 * else starts. Without it, the first evaluation of a search takes a second instead of a tenth: the
 * Vector API is slow until C2 has compiled the code that uses it, and C2 is busy while a JVM
 * starts.
 */
public final class JitWarmUp {
  private static final long MOST_NANOS = 2_000_000_000L;

  /** Calls of a kernel in one measurement of its speed. */
  private static final int CALLS = 50;

  /** Operations per nanosecond that only compiled kernels reach. */
  private static final double FAST = 2;

  /** Inputs of the weights: as many as the tiles take at once. */
  private static final int DEPTH = 8;

  /** Runs every tile of the forward product: 28 rows are 20 by fives and 8 by fours. */
  private static final int ROWS = 28;

  /** Widest tile of the forward product, in panels. */
  private static final int PANELS = 4;

  private static final int PIXELS = 256;

  private final Products products;
  private final Thread thread = new Thread(this::run, "jit-warm-up");

  private JitWarmUp(Products products) {
    this.products = products;
  }

  /** Begins to warm up the products of {@code engine} on a thread of its own, and returns. */
  public static JitWarmUp begin(Engine engine) {
    JitWarmUp warmUp = new JitWarmUp(engine.products());
    warmUp.thread.setDaemon(true);
    warmUp.thread.start();
    return warmUp;
  }

  /** Returns when the kernels are warm: two seconds after the beginning at the latest. */
  public void await() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // slow kernels are no reason to fail
    }
  }

  private void run() {
    Panels w = new Panels(products, DEPTH, PANELS * products.lanes(1));
    Rows x = new Rows(products, ROWS, DEPTH);
    Rows a = new Rows(products, ROWS, w.width());
    float[] zeros = new float[w.width()];
    float[] image = new float[PIXELS];
    byte[] bytes = new byte[PIXELS];
    long end = System.nanoTime() + MOST_NANOS;
    boolean fast = false;
    while (!fast && System.nanoTime() < end) {
      fast = true;
      for (int p = Math.min(PANELS, w.panels()); p > 0; p--) {
        int panels = p;
        double operations = 2.0 * ROWS * DEPTH * w.column(panels);
        fast &= isFast(operations, () -> w.forward(x, ROWS, zeros, zeros, a, 0, panels));
        fast &= isFast(operations, () -> w.update(x, ROWS, a, zeros, 0, panels));
      }
      fast &= isFast(2.0 * PIXELS, () -> Elementwise.scale(bytes, 0, image, image, image, 0));
      fast &= isFast(2.0 * PIXELS, () -> Elementwise.rectifyBack(image, 0, image, 0, PIXELS, 1));
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
