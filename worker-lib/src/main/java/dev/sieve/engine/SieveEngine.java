package dev.sieve.engine;

import dev.sieve.kernel.OwnKernels;
import dev.sieve.kernel.Products;

/** Sieve's own kernels: the same bits on every processor, for every shape and in every pack. */
public record SieveEngine() implements Engine {

  @Override
  public Products products() {
    return OwnKernels.products();
  }
}
