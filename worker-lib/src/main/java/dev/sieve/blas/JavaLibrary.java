package dev.sieve.blas;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import java.lang.reflect.Method;

/** The libraries that netlib has in Java. */
public final class JavaLibrary {
  private static final String VECTOR = "dev.ludovic.netlib.blas.VectorBLAS";
  private static final String PLAIN = "dev.ludovic.netlib.blas.Java11BLAS";

  private JavaLibrary() {}

  /**
   * Returns the one that uses the Vector API.
   *
   * @throws UnsatisfiedLinkError in a JVM without it
   */
  public static BLAS vector() {
    BLAS best = JavaBLAS.getInstance();
    if (!best.getClass().getName().equals(VECTOR)) {
      throw new UnsatisfiedLinkError(
          "netlib's VectorBLAS needs a JVM that was started with --add-modules jdk.incubator.vector");
    }
    return best;
  }

  /** Returns the one of plain loops, which netlib itself offers only without the Vector API. */
  public static BLAS plain() {
    try {
      Method instance = Class.forName(PLAIN).getMethod("getInstance");
      instance.setAccessible(true);
      return (BLAS) instance.invoke(null);
    } catch (ReflectiveOperationException e) {
      UnsatisfiedLinkError error =
          new UnsatisfiedLinkError("this netlib has no " + PLAIN + ": " + e.getMessage());
      error.initCause(e);
      throw error;
    }
  }
}
