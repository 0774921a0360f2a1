package dev.sieve.kernel;

import dev.sieve.engine.Engine;

/** An engine of plain loops alone, to be compared with the one that is shipped. */
public record PlainEngine() implements Engine {
  private static final Products PLAIN = new PlainKernels();

  @Override
  public Products products() {
    return PLAIN;
  }
}
