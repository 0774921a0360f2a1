package dev.sieve.net.check;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How far the gradients by the parameters of one group are from numerical ones.
 *
 * @param group W1, b1, W2, b2, …
 * @param checks of single parameters, kinks among them
 * @param weights of all parameters of the group
 * @param production ‖gp − ga‖ / ‖ga‖ of the production update's gradient gp, over the whole group
 */
public record GradientErrors(
    String group, List<ParameterCheck> checks, Spread weights, double production) {

  public GradientErrors {
    requireNonNull(group, "group is null");
    checks = List.copyOf(checks);
    requireNonNull(weights, "weights are null");
  }

  /** Returns the number of parameters that were compared: all that were checked but the kinks. */
  public int compared() {
    return (int) checks.stream().filter(check -> !check.kink()).count();
  }

  /** Returns the parameters left out, since a ReLU switched between the two points. */
  public int kinks() {
    return checks.size() - compared();
  }

  /** Returns relative errors against forward differences. */
  public Spread forward() {
    return spread(ParameterCheck::relativeForward);
  }

  /** Returns relative errors against central differences. */
  public Spread central() {
    return spread(ParameterCheck::relativeCentral);
  }

  /** Returns absolute errors against forward differences. */
  public Spread absoluteForward() {
    return spread(ParameterCheck::absoluteForward);
  }

  /** Returns absolute errors against central differences. */
  public Spread absoluteCentral() {
    return spread(ParameterCheck::absoluteCentral);
  }

  /** Returns whether all that were compared {@linkplain ParameterCheck#agrees agree}. */
  public boolean agree(double limit) {
    return checks.stream().allMatch(check -> check.kink() || check.agrees(limit));
  }

  private Spread spread(ToDoubleFunction<ParameterCheck> error) {
    return Spread.of(checks.stream().filter(check -> !check.kink()).mapToDouble(error).toArray());
  }
}
