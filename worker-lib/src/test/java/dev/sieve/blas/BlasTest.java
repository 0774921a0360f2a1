package dev.sieve.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class BlasTest {
  private static final int N = 1024;

  @Test
  void auto_isOpenBlas_whereItLoads() {
    assertEquals(BlasChoice.OPENBLAS, Blas.load(BlasChoice.AUTO).choice());
    assertEquals("openblas (JNIBLAS)", Blas.load(BlasChoice.AUTO).name());
  }

  @Test
  void oneThread_isTheCallers() {
    double others = shareOfOtherThreads(1);
    assertTrue(others < 0.2, "share of the work done by other threads: " + others);
  }

  @Test
  void twoThreads_shareTheWork() {
    Assumptions.assumeTrue(
        Runtime.getRuntime().availableProcessors() >= 2, "needs a machine with two cores");
    double others = shareOfOtherThreads(2);
    assertTrue(others > 0.3, "share of the work done by other threads: " + others);
  }

  /**
   * How much processor time the caller does not spend itself: what proves that netlib calls the
   * very library whose threads we set. Independent of what else the machine does.
   */
  private static double shareOfOtherThreads(int threads) {
    Blas blas = Blas.load(BlasChoice.OPENBLAS);
    float[] a = new float[N * N];
    float[] c = new float[N * N];
    blas.threads(threads);
    try {
      var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      ThreadMXBean caller = ManagementFactory.getThreadMXBean();
      long all = process.getProcessCpuTime();
      long own = caller.getCurrentThreadCpuTime();
      for (int i = 0; i < 60; i++) {
        blas.netlib().sgemm("N", "N", N, N, N, 1, a, N, a, N, 0, c, N);
      }
      all = process.getProcessCpuTime() - all;
      own = caller.getCurrentThreadCpuTime() - own;
      return 1 - (double) own / all;
    } finally {
      blas.threads(1);
    }
  }
}
