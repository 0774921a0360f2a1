package dev.sieve.driver.check;

import dev.sieve.data.DataSet;
import dev.sieve.data.input.Inputs;
import dev.sieve.data.input.NormalizedExamples;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.plan.PlannedStage;
import dev.sieve.driver.plan.StagePlanner;
import dev.sieve.kernel.Rows;
import dev.sieve.net.GradientCheck;
import dev.sieve.net.GradientErrors;
import dev.sieve.net.Network;
import dev.sieve.net.Topology;
import dev.sieve.net.Weights;
import dev.sieve.result.GradientRow;
import dev.sieve.sample.RandomStream;
import dev.sieve.sample.Streams;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import dev.sieve.trial.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Checks the gradients of the first network that a conf would train, on its first training images.
 *
 * @param trial that network
 * @param images how many
 * @param errors by parameter group
 */
public record NetworkCheck(Trial trial, int images, List<GradientErrors> errors) {
  /**
   * What the reference must reach against central differences, parameter by parameter, where
   * rounding allows it.
   */
  public static final double CENTRAL = 1e-6;

  /** What the production step must reach against the reference, group by group. */
  public static final double PRODUCTION = 1e-5;

  /**
   * Runs the check.
   *
   * @param count most images that make up the cost
   * @param parameters most parameters of a group to compare with difference quotients
   */
  public static NetworkCheck run(SearchConf conf, DataSet images, int count, int parameters) {
    PlannedStage stage = new StagePlanner(conf, images).plan(conf.stages().get(0), Map.of());
    Trial trial = stage.trials().get(0);
    Inputs inputs = new NormalizedExamples(images.pool(), images.shape(), stage.scaling());
    int[] rows =
        Arrays.copyOf(stage.split().train(), Math.min(count, stage.split().train().length));
    Rows x = new Rows(rows.length, inputs.width());
    for (int i = 0; i < rows.length; i++) {
      inputs.load(rows[i], x.values(), x.at(i));
    }
    int[] labels = Arrays.stream(rows).map(inputs::label).toArray();
    Hyperparameters chosen = trial.hyperparameters();
    Network network =
        new Network(
            new Topology(inputs.width(), chosen.hidden(), images.classes()),
            chosen.objective(),
            chosen.optimizer(),
            chosen.dropout());
    Weights weights = weights(network.topology(), chosen.initialization(), conf.seed());
    long seed = Streams.seed(conf.seed(), "gradcheck");
    return new NetworkCheck(
        trial,
        rows.length,
        GradientCheck.run(network, weights, chosen.l2(), x, labels, parameters, seed));
  }

  private static Weights weights(Topology topology, Initialization initialization, long seed) {
    RandomStream random = Streams.of(seed, "gradcheck-weights");
    Weights weights = new Weights(topology);
    for (int l = 0; l < topology.layers(); l++) {
      int fanIn = topology.fanIn(l);
      weights.fill(
          l, () -> initialization.weight(fanIn, random), () -> initialization.bias(random));
    }
    return weights;
  }

  /** Returns every parameter that was checked, for {@code gradcheck.csv}. */
  public List<GradientRow> rows() {
    return errors.stream()
        .flatMap(
            group -> group.checks().stream().map(check -> new GradientRow(group.group(), check)))
        .toList();
  }

  /** Returns the groups that are not within their bounds. */
  public List<GradientErrors> wrong() {
    return errors.stream().filter(group -> !isRight(group)).toList();
  }

  /** A group of which only kinks were drawn has nothing to compare. */
  private static boolean isRight(GradientErrors group) {
    return group.production() < PRODUCTION && group.agree(CENTRAL);
  }
}
