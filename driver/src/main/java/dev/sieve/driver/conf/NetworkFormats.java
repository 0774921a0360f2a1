package dev.sieve.driver.conf;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import dev.sieve.net.MulticlassHinge;
import dev.sieve.net.Objective;
import dev.sieve.net.Optimizer;
import dev.sieve.net.SigmoidCrossEntropy;
import dev.sieve.net.SoftmaxCrossEntropy;
import dev.sieve.space.Initialization;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How hidden layers, their first weights, objectives and optimizers are written. */
final class NetworkFormats {
  private static final String XAVIER = "xavier";
  private static final String HE = "he";
  private static final String GAUSSIAN = "gaussian";
  private static final String UNIFORM = "uniform";
  private static final String MOMENTUM = "momentum";
  private static final String NESTEROV = "nesterov";

  /** A list of widths, input side first, or the word {@code none}. */
  static final Format<List<Integer>> HIDDEN = new Format<>(NetworkFormats::hidden, value -> value);

  static final Format<Initialization> INITIALIZATION =
      new Format<>(NetworkFormats::initialization, NetworkFormats::written);

  /** Without label smoothing, which is a hyperparameter by itself. */
  static final Format<Objective> OBJECTIVE =
      Formats.words(
          new Objective[] {
            SoftmaxCrossEntropy.PLAIN, new MulticlassHinge(), new SigmoidCrossEntropy()
          },
          Objective::text);

  static final Format<Optimizer> OPTIMIZER =
      new Format<>(NetworkFormats::optimizer, NetworkFormats::written);

  private NetworkFormats() {}

  private static List<Integer> hidden(ConfigValue value) {
    if (Formats.NONE.equals(value.unwrapped())) {
      return List.of();
    }
    if (!(value instanceof ConfigList list)) {
      throw Formats.refused("must be a list of widths, such as [50], or the word none", value);
    }
    return list.stream().map(Formats.INTEGER::read).toList();
  }

  private static Initialization initialization(ConfigValue value) {
    if (XAVIER.equals(value.unwrapped())) {
      return new Initialization.Xavier();
    }
    if (HE.equals(value.unwrapped())) {
      return new Initialization.He();
    }
    if (value instanceof ConfigObject object && object.keySet().equals(Set.of(GAUSSIAN))) {
      return new Initialization.Gaussian(Formats.NUMBER.read(object.get(GAUSSIAN)));
    }
    if (value instanceof ConfigObject object
        && object.get(UNIFORM) instanceof ConfigList ends
        && object.size() == 1
        && ends.size() == 2) {
      return new Initialization.Uniform(
          Formats.NUMBER.read(ends.get(0)), Formats.NUMBER.read(ends.get(1)));
    }
    throw Formats.refused(
        "must be xavier, he, { gaussian = standard deviation } or { uniform = [low, high] }",
        value);
  }

  private static Object written(Initialization initialization) {
    if (initialization instanceof Initialization.Gaussian gaussian) {
      return Map.of(GAUSSIAN, gaussian.sigma());
    }
    return initialization instanceof Initialization.Uniform uniform
        ? Map.of(UNIFORM, List.of(uniform.low(), uniform.high()))
        : initialization.text();
  }

  private static Optimizer optimizer(ConfigValue value) {
    if ("sgd".equals(value.unwrapped())) {
      return new Optimizer.Sgd();
    }
    if ("adam".equals(value.unwrapped())) {
      return Optimizer.Adam.PAPER;
    }
    if (value instanceof ConfigObject object && object.size() == 1) {
      if (object.containsKey(MOMENTUM)) {
        return new Optimizer.Momentum(Formats.NUMBER.read(object.get(MOMENTUM)));
      }
      if (object.containsKey(NESTEROV)) {
        return new Optimizer.Nesterov(Formats.NUMBER.read(object.get(NESTEROV)));
      }
    }
    throw Formats.refused("must be sgd, adam, { momentum = share } or { nesterov = share }", value);
  }

  private static Object written(Optimizer optimizer) {
    return optimizer instanceof Optimizer.Momentum || optimizer instanceof Optimizer.Nesterov
        ? Map.of(optimizer.text(), optimizer.momentum())
        : optimizer.text();
  }
}
