package dev.sieve.kernel;

/** The kernels of this JVM, found once. */
public final class OwnKernels {
  /** A constant, so that C2 inlines what is called on it. */
  static final Kernels FASTEST = Kernels.fastest();

  private OwnKernels() {}

  /** Returns the products of Sieve's own kernels; the same object at every call. */
  public static Products products() {
    return FASTEST;
  }
}
