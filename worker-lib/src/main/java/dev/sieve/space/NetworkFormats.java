package dev.sieve.space;

import dev.sieve.InvalidValueException;
import dev.sieve.format.Format;
import dev.sieve.format.Formats;
import dev.sieve.net.MulticlassHinge;
import dev.sieve.net.Objective;
import dev.sieve.net.Optimizer;
import dev.sieve.net.SigmoidCrossEntropy;
import dev.sieve.net.SoftmaxCrossEntropy;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How hidden layers, their first weights, objectives and optimizers are written. */
final class NetworkFormats {
  private static final String NONE = "none";
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

  /**
   * Returns {@code domains}, which say what is wrong with {@code [50]}: it could mean two things.
   */
  static Format<Domain<List<Integer>>> hiddenDomains(Format<Domain<List<Integer>>> domains) {
    return new Format<>(
        plain -> {
          if (plain instanceof List<?> list && list.stream().anyMatch(Number.class::isInstance)) {
            throw refused(
                "must list networks, each as the list of its widths: [[50]] is one, [[50], [100]]"
                    + " are two",
                plain);
          }
          return domains.read(plain);
        },
        domains.writing());
  }

  /** Returns hidden layers as tables show them: {@code 50}, {@code 100-50}, {@code none}. */
  static String hiddenText(List<Integer> hidden) {
    return hidden.isEmpty()
        ? NONE
        : hidden.stream().map(String::valueOf).collect(Collectors.joining("-"));
  }

  private static List<Integer> hidden(Object plain) {
    if (plain.equals(NONE)) {
      return List.of();
    }
    if (!(plain instanceof List<?> list)) {
      throw refused("must be a list of widths, such as [50], or the word none", plain);
    }
    return list.stream().map(Formats.INTEGER::read).toList();
  }

  private static Initialization initialization(Object plain) {
    if (plain.equals(XAVIER)) {
      return new Initialization.Xavier();
    }
    if (plain.equals(HE)) {
      return new Initialization.He();
    }
    if (plain instanceof Map<?, ?> map && map.size() == 1) {
      if (map.get(GAUSSIAN) != null) {
        return new Initialization.Gaussian(Formats.NUMBER.read(map.get(GAUSSIAN)));
      }
      if (map.get(UNIFORM) instanceof List<?> ends && ends.size() == 2) {
        return new Initialization.Uniform(
            Formats.NUMBER.read(ends.get(0)), Formats.NUMBER.read(ends.get(1)));
      }
    }
    throw refused(
        "must be xavier, he, { gaussian = standard deviation } or { uniform = [low, high] }",
        plain);
  }

  private static Object written(Initialization initialization) {
    if (initialization instanceof Initialization.Gaussian gaussian) {
      return Map.of(GAUSSIAN, gaussian.sigma());
    }
    return initialization instanceof Initialization.Uniform uniform
        ? Map.of(UNIFORM, List.of(uniform.low(), uniform.high()))
        : initialization.text();
  }

  private static Optimizer optimizer(Object plain) {
    if (plain.equals("sgd")) {
      return new Optimizer.Sgd();
    }
    if (plain.equals("adam")) {
      return Optimizer.Adam.PAPER;
    }
    if (plain instanceof Map<?, ?> map && map.size() == 1) {
      if (map.get(MOMENTUM) != null) {
        return new Optimizer.Momentum(Formats.NUMBER.read(map.get(MOMENTUM)));
      }
      if (map.get(NESTEROV) != null) {
        return new Optimizer.Nesterov(Formats.NUMBER.read(map.get(NESTEROV)));
      }
    }
    throw refused("must be sgd, adam, { momentum = share } or { nesterov = share }", plain);
  }

  private static Object written(Optimizer optimizer) {
    return optimizer instanceof Optimizer.Momentum || optimizer instanceof Optimizer.Nesterov
        ? Map.of(optimizer.text(), optimizer.momentum())
        : optimizer.text();
  }

  private static InvalidValueException refused(String rule, Object plain) {
    return new InvalidValueException("", rule, plain);
  }
}
