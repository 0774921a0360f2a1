package dev.sieve.blas;

import java.util.Locale;

/** Where a search asks its BLAS to come from. */
public enum BlasChoice {
  /** {@link #OPENBLAS} where it loads, otherwise {@link #JAVA}. */
  AUTO,
  /** The OpenBLAS that Sieve ships. */
  OPENBLAS,
  /** The machine's own: what the dynamic linker finds as libblas.so.3. Its threads are its own. */
  SYSTEM,
  /** Netlib's Java code: by the Vector API where the JVM has it, otherwise plain. */
  JAVA;

  /** Returns the name by which conf files know this choice. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
