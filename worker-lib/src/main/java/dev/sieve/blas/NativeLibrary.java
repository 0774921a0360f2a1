package dev.sieve.blas;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
import dev.sieve.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A BLAS in a native library: a JVM has the first that it loads, and no other. */
public final class NativeLibrary {
  /** In a field, since the JDK may drop a logger, and its level with it, that nobody references. */
  private static final Logger NETLIB_LOG = Logger.getLogger("dev.ludovic.netlib");

  /** Single-precision product, as Fortran compilers name it. */
  private static final String SYMBOL = "sgemm_";

  private static String loaded;

  private NativeLibrary() {}

  /**
   * Returns the BLAS of the operating system: the one in the file {@code path}, or the one that the
   * loader finds, where it is empty.
   *
   * @throws UnsatisfiedLinkError where it does not load, would use several threads, or another one
   *     is loaded already
   */
  public static BLAS ofSystem(String path) {
    if (!path.isEmpty()) {
      requireBlas(Path.of(path));
    }
    OneThread.require(System.getenv());
    return load(path);
  }

  /** Refuses a file without {@code sgemm}: netlib would call it all the same, and end the JVM. */
  private static void requireBlas(Path file) {
    try {
      if (!new String(Files.readAllBytes(file), ISO_8859_1).contains(SYMBOL)) {
        throw new UnsatisfiedLinkError(file + " is no BLAS: it has no function " + SYMBOL);
      }
    } catch (NoSuchFileException e) {
      throw new UnsatisfiedLinkError(file + " does not load: there is no such file");
    } catch (IOException e) {
      throw new UnsatisfiedLinkError(file + " does not load: " + e.getMessage());
    }
  }

  /**
   * Returns the BLAS in the file {@code path}, or the one that the system's loader finds as {@code
   * libblas.so.3}, where it is empty.
   *
   * @throws UnsatisfiedLinkError where it does not load, or another one is loaded already
   */
  static synchronized BLAS load(String path) {
    if (loaded != null && !loaded.equals(path)) {
      throw new UnsatisfiedLinkError(
          Texts.format("%s does not load: this JVM has %s already", shown(path), shown(loaded)));
    }
    NETLIB_LOG.setLevel(Level.WARNING);
    if (!path.isEmpty()) {
      System.setProperty("dev.ludovic.netlib.blas.nativeLibPath", path);
    }
    BLAS blas = open(path);
    loaded = path;
    return blas;
  }

  private static BLAS open(String path) {
    try {
      return NativeBLAS.getInstance();
    } catch (RuntimeException | LinkageError e) {
      UnsatisfiedLinkError error =
          new UnsatisfiedLinkError(shown(path) + " does not load: " + reason(e));
      error.initCause(e);
      throw error;
    }
  }

  /** Returns the innermost reason: netlib's own message says only that there is one. */
  private static String reason(Throwable e) {
    Throwable innermost = e;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost.getMessage();
  }

  private static String shown(String path) {
    return path.isEmpty() ? "the system's BLAS (libblas.so.3)" : path;
  }
}
