package dev.sieve.blas;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Locale;

/**
 * Which BLAS a search asks for.
 *
 * @param library where it comes from
 * @param coreType OpenBLAS's kernel family ({@code Haswell}, {@code SkylakeX}, …), which makes
 *     different processors give the same bits; empty lets OpenBLAS choose by the processor
 */
public record BlasChoice(Library library, String coreType) implements Serializable {

  /** OpenBLAS where it loads, otherwise Java; kernels by processor. */
  public static final BlasChoice AUTO = new BlasChoice(Library.AUTO, "");

  public BlasChoice {
    requireNonNull(library, "library is null");
    requireNonNull(coreType, "coreType is null");
  }

  /** Where a BLAS comes from. */
  public enum Library {
    /** {@link #OPENBLAS} where it loads on the driver, otherwise {@link #JAVA}. */
    AUTO,
    /** The OpenBLAS that Sieve ships. */
    OPENBLAS,
    /** The machine's own: what the dynamic linker finds as libblas.so.3. */
    SYSTEM,
    /** Netlib's Java code: by the Vector API where the JVM has it, otherwise plain. */
    JAVA;

    /** Returns the name by which conf files know this library. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
