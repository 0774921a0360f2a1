package dev.sieve.net;

/** The moments of {@link Optimizer.Adam}. */
final class AdamState implements Optimizer.State {
  private static final long serialVersionUID = 1;

  private final Optimizer.Adam adam;
  private final float[] m;
  private final float[] v;
  private int t;

  AdamState(Optimizer.Adam adam, int parameters) {
    this.adam = adam;
    this.m = new float[parameters];
    this.v = new float[parameters];
  }

  @Override
  public void step(float[] parameters, int at, float[] gradient, double eta) {
    t++;
    float b1 = (float) adam.beta1();
    float b2 = (float) adam.beta2();
    float rate = (float) (eta / (1 - StrictMath.pow(adam.beta1(), t)));
    float unbias = (float) (1 / (1 - StrictMath.pow(adam.beta2(), t)));
    float epsilon = (float) adam.epsilon();
    for (int i = 0; i < m.length; i++) {
      float g = gradient[i];
      m[i] = b1 * m[i] + (1 - b1) * g;
      v[i] = b2 * v[i] + (1 - b2) * g * g;
      parameters[at + i] -= rate * m[i] / ((float) Math.sqrt(v[i] * unbias) + epsilon);
    }
  }
}
