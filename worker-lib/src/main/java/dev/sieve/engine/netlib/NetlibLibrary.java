package dev.sieve.engine.netlib;

import dev.ludovic.netlib.blas.BLAS;
import dev.sieve.blas.JavaLibrary;
import dev.sieve.blas.NativeLibrary;
import dev.sieve.blas.OpenBlas;
import java.util.Locale;

/** The libraries that netlib can call. */
public enum NetlibLibrary {
  /** OpenBLAS, from jars. */
  BUNDLED(64) {
    @Override
    BLAS open(String path) {
      return OpenBlas.load(1);
    }
  },

  /** The library of the operating system, or the file that a path names. */
  SYSTEM(64) {
    @Override
    BLAS open(String path) {
      return NativeLibrary.ofSystem(path);
    }
  },

  /** netlib's Java that uses the Vector API. It takes three columns at a time. */
  VECTOR(48) {
    @Override
    BLAS open(String path) {
      return JavaLibrary.vector();
    }
  },

  /** netlib's Java of plain loops. */
  JAVA(64) {
    @Override
    BLAS open(String path) {
      return JavaLibrary.plain();
    }
  };

  /**
   * Columns of a panel. Few enough that little is padding: networks of 50 units fill 78 % of 64
   * alone, and 89 % in packs of eight. A multiple of what the library takes at a time, since the
   * rest gets other bits.
   */
  private final int lanes;

  NetlibLibrary(int lanes) {
    this.lanes = lanes;
  }

  int lanes() {
    return lanes;
  }

  /**
   * Returns the library, which runs each product on the thread that calls it.
   *
   * @param path of a file, for {@link #SYSTEM}; empty for the one that the system's loader finds
   * @throws LinkageError where it does not load
   */
  abstract BLAS open(String path);

  /** Returns its name in a conf. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
