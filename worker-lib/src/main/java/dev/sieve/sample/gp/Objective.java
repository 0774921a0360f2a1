package dev.sieve.sample.gp;

/** A function to be minimized. */
interface Objective {

  /** Returns the value at {@code x}, and writes the derivatives there to {@code gradient}. */
  double at(double[] x, double[] gradient);

  /** Returns {@code x} of parameter {@code i}, moved to the nearest value that it may take. */
  double clamp(int i, double x);
}
