package dev.sieve.net.check;

/**
 * The derivative of the cost by one parameter, three times.
 *
 * @param row of the parameter in its group: the input of a weight, the unit of a bias
 * @param column of the parameter in its group: the unit of a weight, 0 for a bias
 * @param value of the parameter
 * @param analytical by backpropagation
 * @param forward by a forward difference
 * @param central by a central difference
 * @param kink whether a ReLU switched between the two points, so that the three need not agree
 * @param rounding the error that the rounding of the cost may cause in a difference quotient
 */
public record ParameterCheck(
    int row,
    int column,
    double value,
    double analytical,
    double forward,
    double central,
    boolean kink,
    double rounding) {
  /** Errors of gradients below this size are divided by it, since rounding dominates them. */
  private static final double SMALLEST = 1e-5;

  /** Returns |ga − gn| / max(ε, |ga| + |gn|) by forward differences, ε = 1e-5. */
  public double relativeForward() {
    return relative(forward);
  }

  /** Returns |ga − gn| / max(ε, |ga| + |gn|) by central differences, ε = 1e-5. */
  public double relativeCentral() {
    return relative(central);
  }

  /** Returns |ga − gn| by forward differences. */
  public double absoluteForward() {
    return Math.abs(analytical - forward);
  }

  /** Returns |ga − gn| by central differences. */
  public double absoluteCentral() {
    return Math.abs(analytical - central);
  }

  /**
   * Returns whether the relative error by central differences is below {@code limit}, or the
   * absolute error is no larger than rounding explains: at a cost in the hundreds, rounding hides
   * small gradients.
   */
  public boolean agrees(double limit) {
    return relativeCentral() < limit || absoluteCentral() <= rounding;
  }

  private double relative(double numerical) {
    return Math.abs(analytical - numerical)
        / Math.max(SMALLEST, Math.abs(analytical) + Math.abs(numerical));
  }
}
