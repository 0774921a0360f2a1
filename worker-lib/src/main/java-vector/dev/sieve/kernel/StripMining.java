package dev.sieve.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * Whether C2 cuts counted loops into strips, with a safepoint after each. It does for collectors
 * that must not wait long (G1, ZGC, Shenandoah), not for the serial and the parallel one; and it
 * keeps more vectors in registers over such a loop.
 */
final class StripMining {
  private StripMining() {}

  /** Returns whether it does in this JVM, as far as that is known. */
  static boolean isOn() {
    HotSpotDiagnosticMXBean vm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    try {
      return vm != null
          && Boolean.parseBoolean(vm.getVMOption("UseCountedLoopSafepoints").getValue())
          && Long.parseLong(vm.getVMOption("LoopStripMiningIter").getValue()) > 1;
    } catch (IllegalArgumentException e) { // a JVM that has no such option
      return false;
    }
  }
}
