package dev.sieve.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sieve.sample.RandomStream;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitializationTest {
  private static final int FAN_IN = 50;
  private static final int DRAWS = 100_000;

  private static Initialization named(String name) {
    return switch (name) {
      case "xavier" -> new Initialization.Xavier();
      case "he" -> new Initialization.He();
      case "gaussian" -> new Initialization.Gaussian(0.01);
      default -> new Initialization.Uniform(-2, 4);
    };
  }

  private static void assertMoments(double mean, double sigma, DoubleStream drawn) {
    double[] values = drawn.toArray();
    double found = DoubleStream.of(values).average().orElseThrow();
    double square = DoubleStream.of(values).map(v -> (v - found) * (v - found)).sum();
    assertEquals(mean, found, 5 * sigma / Math.sqrt(DRAWS) + 1e-300, "mean");
    assertEquals(sigma, Math.sqrt(square / DRAWS), 0.01 * sigma, "standard deviation");
  }

  /** Standard deviations of weights (fan-in 50) and biases, worked out by hand. */
  @ParameterizedTest
  @CsvSource({
    "xavier, 0, 0.1414213562, 0",
    "he, 0, 0.2, 0",
    "gaussian, 0, 0.01, 0.01",
    "uniform, 1, 1.7320508076, 1.7320508076"
  })
  void draws_haveTheMomentsOfTheDistribution(
      String name, double mean, double sigma, double biasSigma) {
    RandomStream random = new RandomStream(3);
    Initialization initialization = named(name);
    assertMoments(
        mean,
        sigma,
        DoubleStream.generate(() -> initialization.weight(FAN_IN, random)).limit(DRAWS));
    assertMoments(
        biasSigma == 0 ? 0 : mean,
        biasSigma,
        DoubleStream.generate(() -> initialization.bias(random)).limit(DRAWS));
  }

  @Test
  void impossibleDistributions_areRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Initialization.Gaussian(-1));
    assertThrows(IllegalArgumentException.class, () -> new Initialization.Uniform(2, -2));
  }
}
