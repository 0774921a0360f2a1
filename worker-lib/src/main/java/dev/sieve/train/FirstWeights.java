package dev.sieve.train;

import dev.sieve.net.Topology;
import dev.sieve.net.Weights;
import dev.sieve.sample.RandomStream;
import dev.sieve.sample.Streams;
import dev.sieve.space.Initialization;
import dev.sieve.trial.Trial;

/** The weights that a trial begins with: a function of search seed, repeat and configuration. */
final class FirstWeights {
  private FirstWeights() {}

  /**
   * Returns those of {@code trial}, drawn layer by layer.
   *
   * @param seed the search's
   */
  static Weights of(Trial trial, Topology topology, long seed) {
    Weights weights = new Weights(topology);
    Initialization initialization = trial.hyperparameters().initialization();
    String configuration = trial.hyperparameters().configuration();
    for (int l = 0; l < topology.layers(); l++) {
      RandomStream stream = Streams.of(seed, "weights", trial.repeat(), configuration, l);
      int fanIn = topology.fanIn(l);
      weights.fill(
          l, () -> initialization.weight(fanIn, stream), () -> initialization.bias(stream));
    }
    return weights;
  }
}
