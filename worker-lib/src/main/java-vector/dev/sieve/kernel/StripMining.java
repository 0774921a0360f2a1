package dev.sieve.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * Whether C2 cuts counted loops into strips, with a safepoint after each. It does so for collectors
 * with short pauses (G1, ZGC, Shenandoah), but not for the serial and the parallel collector. It
 * keeps more vectors in registers throughout such a loop.
 */
final class StripMining {
  private StripMining() {}

  /** Returns whether it does so in this JVM; false if the JVM does not tell. */
  static boolean isOn() {
    HotSpotDiagnosticMXBean vm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    try {
      return vm != null
          && Boolean.parseBoolean(vm.getVMOption("UseCountedLoopSafepoints").getValue())
          && Long.parseLong(vm.getVMOption("LoopStripMiningIter").getValue()) > 1;
    } catch (IllegalArgumentException e) { // this JVM has no such option
      return false;
    }
  }
}
