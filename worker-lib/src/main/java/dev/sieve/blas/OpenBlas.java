package dev.sieve.blas;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
import java.io.File;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * OpenBLAS through netlib: the yardstick of the benchmark. Training does not use it, since the bits
 * of a BLAS depend on the shapes of the matrices and on the processor.
 */
public final class OpenBlas {
  /** In a field, since the JDK may drop a logger, and its level with it, that nobody references. */
  private static final Logger NETLIB_LOG = Logger.getLogger("dev.ludovic.netlib");

  private OpenBlas() {}

  /**
   * Returns OpenBLAS, which runs every product on {@code threads} threads from now on, in the whole
   * JVM.
   *
   * <p>Points netlib at the very file whose threads {@code openblas_nolapack} controls: JavaCPP
   * unpacks two copies, and the other one would use all cores.
   *
   * @throws UnsatisfiedLinkError where it does not load
   */
  public static synchronized BLAS load(int threads) {
    NETLIB_LOG.setLevel(Level.WARNING);
    File jni = new File(Loader.load(openblas_nolapack.class));
    System.setProperty("dev.ludovic.netlib.blas.nativeLibPath", beside(jni).getPath());
    BLAS blas = open();
    openblas_nolapack.blas_set_num_threads(threads);
    return blas;
  }

  /** Returns the library that JavaCPP unpacks beside its own. */
  private static File beside(File jni) {
    return Stream.of("libopenblas_nolapack.so.0", "libopenblas_nolapack.0.dylib")
        .map(name -> new File(jni.getParentFile(), name))
        .filter(File::exists)
        .findFirst()
        .orElseThrow(
            () -> new UnsatisfiedLinkError("there is no OpenBLAS in " + jni.getParentFile()));
  }

  private static BLAS open() {
    try {
      return NativeBLAS.getInstance();
    } catch (RuntimeException e) {
      UnsatisfiedLinkError error =
          new UnsatisfiedLinkError("OpenBLAS does not load: " + e.getMessage());
      error.initCause(e);
      throw error;
    }
  }
}
