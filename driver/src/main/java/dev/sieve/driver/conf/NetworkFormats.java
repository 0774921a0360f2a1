package dev.sieve.driver.conf;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import dev.sieve.net.MulticlassHinge;
import dev.sieve.net.Objective;
import dev.sieve.net.Optimizer;
import dev.sieve.net.SigmoidCrossEntropy;
import dev.sieve.net.SoftmaxCrossEntropy;
import java.util.Map;

/** How objectives and optimizers are written. */
final class NetworkFormats {
  private static final String MOMENTUM = "momentum";
  private static final String NESTEROV = "nesterov";

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
    throw new IllegalArgumentException(
        "must be sgd, adam, { momentum = share } or { nesterov = share }, but was "
            + Entry.shown(value));
  }

  private static Object written(Optimizer optimizer) {
    return optimizer instanceof Optimizer.Momentum || optimizer instanceof Optimizer.Nesterov
        ? Map.of(optimizer.text(), optimizer.momentum())
        : optimizer.text();
  }
}
