package dev.sieve.train;

import dev.sieve.data.component.PrincipalComponents;
import dev.sieve.kernel.Products;
import dev.sieve.net.Network;
import dev.sieve.net.Topology;
import dev.sieve.net.Weights;
import dev.sieve.sample.RandomStream;
import dev.sieve.sample.Streams;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import dev.sieve.trial.Trial;
import java.util.function.IntFunction;

/** The way from hyperparameters to a network and its first weights. */
public final class Networks {
  private Networks() {}

  /**
   * Returns the network that {@code chosen} describe.
   *
   * @param inputs values of one example, d
   */
  public static Network of(Hyperparameters chosen, int inputs, int classes) {
    return new Network(
        new Topology(inputs, chosen.hidden(), classes),
        chosen.objective(),
        chosen.optimizer(),
        chosen.dropout());
  }

  /**
   * Returns weights as {@code initialization} draws them, layer by layer.
   *
   * @param streams returns what draws layer 0, 1, …
   */
  public static Weights draw(
      Initialization initialization, Topology topology, IntFunction<RandomStream> streams) {
    Weights weights = new Weights(topology);
    for (int l = 0; l < topology.layers(); l++) {
      RandomStream stream = streams.apply(l);
      int fanIn = topology.fanIn(l);
      weights.fill(
          l, () -> initialization.weight(fanIn, stream), () -> initialization.bias(stream));
    }
    return weights;
  }

  /**
   * Returns the weights that {@code trial} begins with on {@code data}: a function of the search's
   * seed, the repeat, the configuration and, where components train, of these.
   */
  static Weights first(Trial trial, TrainingData data, long seed, Products products) {
    Hyperparameters chosen = trial.hyperparameters();
    String configuration = chosen.configuration();
    int inputs = data.components().map(PrincipalComponents::inputs).orElse(data.pool().width());
    Weights first =
        draw(
            chosen.initialization(),
            new Topology(inputs, chosen.hidden(), data.classes()),
            layer -> Streams.of(seed, "weights", trial.repeat(), configuration, layer));
    return data.components()
        .map(components -> ComponentWeights.onComponents(components, first, products))
        .orElse(first);
  }
}
