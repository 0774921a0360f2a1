package dev.sieve.train;

import dev.sieve.data.component.PrincipalComponents;
import dev.sieve.kernel.Products;
import dev.sieve.net.Topology;
import dev.sieve.net.Weights;

/**
 * A network on principal components, z = Vᵀ x, is a network on all inputs, x: only the weights of
 * its first layer differ, W on the components and V W on all inputs.
 */
final class ComponentWeights {
  private ComponentWeights() {}

  /** Returns the network on all inputs that computes what {@code weights} do on components. */
  static Weights onAllInputs(PrincipalComponents components, Weights weights) {
    float[] first = components.onAllInputs(weights.w(0), weights.topology().fanOut(0));
    return replaced(weights, components.inputs(), first);
  }

  /**
   * Returns {@code weights} without what they do to inputs that components do not hold: VᵀW. A
   * trial so begins where it would begin on all inputs.
   */
  static Weights onComponents(PrincipalComponents components, Weights weights, Products products) {
    float[] first = components.onComponents(weights.w(0), weights.topology().fanOut(0), products);
    return replaced(weights, components.count(), first);
  }

  private static Weights replaced(Weights weights, int inputs, float[] first) {
    Topology topology = weights.topology();
    Weights replaced = new Weights(new Topology(inputs, topology.hidden(), topology.classes()));
    for (int l = 0; l < topology.layers(); l++) {
      float[] w = l == 0 ? first : weights.w(l);
      System.arraycopy(w, 0, replaced.w(l), 0, w.length);
      System.arraycopy(weights.b(l), 0, replaced.b(l), 0, topology.fanOut(l));
    }
    return replaced;
  }
}
