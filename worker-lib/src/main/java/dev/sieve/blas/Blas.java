package dev.sieve.blas;

import static java.util.Objects.requireNonNull;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
import java.io.File;
import java.util.EnumMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * The BLAS of this JVM: one, loaded once, shared by all threads. Never serialized: what travels is
 * the {@link BlasChoice}.
 */
public final class Blas {
  /**
   * The environment variable by which OpenBLAS lets itself be told which kernels to use ({@code
   * Haswell}, {@code SkylakeX}, …) instead of choosing by processor.
   */
  public static final String CORE_TYPE = "OPENBLAS_CORETYPE";

  private static final System.Logger LOG = System.getLogger(Blas.class.getName());

  /** Held, since the JDK forgets the level of a logger that nobody holds. */
  private static final Logger NETLIB_LOG = Logger.getLogger("dev.ludovic.netlib");

  private static final Map<BlasChoice, Blas> LOADED = new EnumMap<>(BlasChoice.class);

  private final BlasChoice choice;
  private final BLAS netlib;
  private int threads = 1;

  private Blas(BlasChoice choice, BLAS netlib) {
    this.choice = choice;
    this.netlib = requireNonNull(netlib, "netlib is null");
  }

  /**
   * Returns the BLAS of {@code choice}, with one thread, loading it at the first call.
   *
   * @throws UnsatisfiedLinkError where a native library was asked for and does not load; the
   *     message names it
   */
  public static synchronized Blas load(BlasChoice choice) {
    Blas loaded = LOADED.get(choice);
    if (loaded == null) {
      NETLIB_LOG.setLevel(Level.WARNING);
      loaded = choice == BlasChoice.AUTO ? openBlasOrJava() : open(choice);
      LOADED.put(choice, loaded);
    }
    return loaded;
  }

  private static Blas openBlasOrJava() {
    try {
      return load(BlasChoice.OPENBLAS);
    } catch (LinkageError e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "OpenBLAS does not load here ({0}); training runs on netlib''s Java BLAS, which is slower",
          e.getMessage());
      return load(BlasChoice.JAVA);
    }
  }

  private static Blas open(BlasChoice choice) {
    Blas blas =
        switch (choice) {
          case OPENBLAS -> new Blas(choice, openBlas());
          case SYSTEM -> new Blas(choice, nativeNetlib("the system's libblas.so.3"));
          case JAVA -> new Blas(choice, java());
          case AUTO -> throw new IllegalArgumentException("AUTO is resolved before it is opened");
        };
    blas.threads(1);
    return blas;
  }

  /**
   * Points netlib at the very file whose threads {@code openblas_nolapack} controls. JavaCPP
   * unpacks two copies of OpenBLAS; on the other one, every task would use all cores.
   */
  private static BLAS openBlas() {
    if (LOADED.containsKey(BlasChoice.SYSTEM)) {
      throw new UnsatisfiedLinkError(
          "this JVM already runs the system's BLAS, and can load only one");
    }
    return nativeNetlib(pointNetlib());
  }

  private static String pointNetlib() {
    File jni = new File(Loader.load(openblas_nolapack.class));
    File library = new File(jni.getParentFile(), System.mapLibraryName("openblas_nolapack"));
    File versioned = new File(library.getPath() + ".0");
    String path = (versioned.exists() ? versioned : library).getPath();
    System.setProperty("dev.ludovic.netlib.blas.nativeLibPath", path);
    return path;
  }

  /**
   * Netlib looks for native code at its first use, once: even Java's must not keep OpenBLAS out.
   */
  private static BLAS java() {
    try {
      pointNetlib();
    } catch (LinkageError e) {
      LOG.log(System.Logger.Level.DEBUG, "no OpenBLAS for this platform", e);
    }
    return JavaBLAS.getInstance();
  }

  private static BLAS nativeNetlib(String what) {
    try {
      return NativeBLAS.getInstance();
    } catch (RuntimeException e) {
      UnsatisfiedLinkError error =
          new UnsatisfiedLinkError(what + " does not load: " + e.getMessage());
      error.initCause(e);
      throw error;
    }
  }

  /** Returns the choice that was made: never {@link BlasChoice#AUTO}. */
  public BlasChoice choice() {
    return choice;
  }

  /** Returns the implementation's name, as {@code executions} shows it. */
  public String name() {
    String kernels = System.getenv(CORE_TYPE);
    String asked = choice == BlasChoice.OPENBLAS && kernels != null ? ", " + kernels : "";
    return choice.text() + " (" + netlib.getClass().getSimpleName() + asked + ")";
  }

  /** Returns the implementation, for kernels to call. */
  public BLAS netlib() {
    return netlib;
  }

  /** Returns how many threads each product uses; of a system BLAS, how many were asked for. */
  public synchronized int threads() {
    return threads;
  }

  /**
   * Sets how many threads each product uses, in the whole JVM. Java's BLAS has always one, and a
   * system BLAS decides by itself.
   */
  public synchronized void threads(int count) {
    if (choice == BlasChoice.OPENBLAS) {
      openblas_nolapack.blas_set_num_threads(count);
      threads = count;
    }
  }
}
