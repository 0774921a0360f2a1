package dev.sieve.blas;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import dev.ludovic.netlib.blas.BLAS;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class OpenBlasTest {
  private static final int N = 1024;

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
    BLAS blas = OpenBlas.load(threads);
    float[] a = new float[N * N];
    float[] c = new float[N * N];
    try {
      var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      ThreadMXBean caller = ManagementFactory.getThreadMXBean();
      long all = process.getProcessCpuTime();
      long own = caller.getCurrentThreadCpuTime();
      for (int i = 0; i < 60; i++) {
        blas.sgemm("N", "N", N, N, N, 1, a, N, a, N, 0, c, N);
      }
      all = process.getProcessCpuTime() - all;
      own = caller.getCurrentThreadCpuTime() - own;
      return 1 - (double) own / all;
    } finally {
      OpenBlas.load(1);
    }
  }
}
