package dev.sieve.driver.cli.bench;

import dev.sieve.bench.Speed;
import java.util.Optional;

/**
 * The speed of some work with Sieve's own kernels, and with netlib.
 *
 * @param netlib empty where netlib was not measured
 */
record Measured(Speed own, Optional<Speed> netlib) {

  /** Returns how many times as fast as netlib the own kernels are; NaN where nobody knows. */
  double ratio() {
    return netlib.map(other -> own.gigaflops() / other.gigaflops()).orElse(Double.NaN);
  }
}
