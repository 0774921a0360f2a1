package dev.sieve.blas;

import dev.sieve.Texts;
import java.util.List;
import java.util.Map;

/** What tells a library, before it is loaded, to run each product on the thread that calls it. */
public final class OneThread {
  /** Of OpenMP, which counts where a library's own is missing. */
  private static final String COMMON = "OMP_NUM_THREADS";

  /** Of OpenBLAS and MKL, and that of all others. */
  private static final List<String> VARIABLES =
      List.of("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", COMMON);

  private OneThread() {}

  /**
   * Refuses an environment in which a library would use more cores than a task has.
   *
   * @throws UnsatisfiedLinkError where it does
   */
  static void require(Map<String, String> environment) {
    for (String variable : VARIABLES) {
      String value = environment.getOrDefault(variable, variable.equals(COMMON) ? "unset" : "1");
      if (!value.equals("1")) {
        throw new UnsatisfiedLinkError(
            Texts.format(
                "%s must be 1 where the JVM starts, but was %s: each task has a core of its own",
                variable, value));
      }
    }
  }
}
