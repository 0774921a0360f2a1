package dev.sieve.blas;

import dev.ludovic.netlib.blas.BLAS;
import java.io.File;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/** OpenBLAS, which JavaCPP brings along: the yardstick of the benchmark, and netlib's default. */
public final class OpenBlas {
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
    File jni = new File(Loader.load(openblas_nolapack.class));
    BLAS blas = NativeLibrary.load(beside(jni).getPath());
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
}
