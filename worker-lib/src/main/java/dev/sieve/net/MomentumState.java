package dev.sieve.net;

/** The velocity v of {@link Optimizer.Momentum} and {@link Optimizer.Nesterov}. */
final class MomentumState implements Optimizer.State {
  private static final long serialVersionUID = 1;

  private final float momentum;
  private final boolean ahead;
  private final float[] v;

  /**
   * @param ahead whether the step looks ahead, as Nesterov's does
   */
  MomentumState(double momentum, boolean ahead, int parameters) {
    this.momentum = (float) momentum;
    this.ahead = ahead;
    this.v = new float[parameters];
  }

  @Override
  public void step(float[] parameters, int at, float[] gradient, double eta) {
    float rate = (float) eta;
    for (int i = 0; i < v.length; i++) {
      float step = rate * gradient[i];
      v[i] = momentum * v[i] - step;
      parameters[at + i] += ahead ? momentum * v[i] - step : v[i];
    }
  }
}
