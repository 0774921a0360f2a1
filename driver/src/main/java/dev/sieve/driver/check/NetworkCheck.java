package dev.sieve.driver.check;

import dev.sieve.data.DataSet;
import dev.sieve.data.input.Inputs;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.plan.PlannedRound;
import dev.sieve.driver.plan.Rounds;
import dev.sieve.kernel.Products;
import dev.sieve.kernel.Rows;
import dev.sieve.net.Network;
import dev.sieve.net.check.GradientCheck;
import dev.sieve.net.check.GradientErrors;
import dev.sieve.result.GradientRow;
import dev.sieve.sample.Streams;
import dev.sieve.space.Hyperparameters;
import dev.sieve.train.Networks;
import dev.sieve.trial.Trial;
import java.util.Arrays;
import java.util.List;

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
    PlannedRound round = Rounds.first(conf, images);
    Trial trial = round.trials().get(0);
    Products products = conf.engine().products();
    int[] train = round.stage().split().train();
    int[] rows = Arrays.copyOf(train, Math.min(count, train.length));
    Inputs inputs = round.stage().data(images, train).pool();
    Rows x = new Rows(products, rows.length, inputs.width());
    for (int i = 0; i < rows.length; i++) {
      inputs.load(rows[i], x.values(), x.at(i));
    }
    int[] labels = Arrays.stream(rows).map(inputs::label).toArray();
    Hyperparameters chosen = trial.hyperparameters();
    Network network = Networks.of(chosen, inputs.width(), images.classes());
    var random = Streams.of(conf.seed(), "gradcheck-weights");
    var weights = Networks.draw(chosen.initialization(), network.topology(), layer -> random);
    long seed = Streams.seed(conf.seed(), "gradcheck");
    return new NetworkCheck(
        trial,
        rows.length,
        new GradientCheck(products, network, weights, chosen.l2())
            .run(x, labels, parameters, seed));
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
