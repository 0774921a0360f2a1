package dev.sieve.sample.gp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.sample.RandomSampler;
import dev.sieve.sample.RandomStream;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeAxis;
import dev.sieve.sample.cube.Point;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitTest {
  private static final Cube CUBE =
      new Cube(
          List.of(
              CubeAxis.continuous(),
              CubeAxis.ordered(5),
              CubeAxis.choice(3),
              CubeAxis.continuous().where(2, 1)));

  private static Observations observations(int count) {
    RandomStream stream = new RandomStream(11);
    List<Point> points =
        Arrays.stream(new RandomSampler(4).points(count, 4)).map(CUBE::snap).toList();
    double[] values =
        points.stream()
            .mapToDouble(p -> Math.sin(4 * p.at(0)) + p.at(1) + 0.3 * stream.nextGaussian())
            .toArray();
    double[] noise = points.stream().mapToDouble(p -> 0.1 * p.at(0)).toArray();
    return new Observations(new Metric(CUBE), points, values, noise);
  }

  @Test
  void gradient_agreesWithCentralDifferences() {
    Fit fit = new Fit(observations(25));
    double[] x = {-1.2, -0.4, 0.3, -0.9, 0.2, -2.5};
    double[] gradient = new double[6];
    fit.at(x, gradient);
    double step = 1e-5;
    for (int i = 0; i < x.length; i++) {
      double[] up = x.clone();
      up[i] += step;
      double[] down = x.clone();
      down[i] -= step;
      double difference = (fit.at(up, new double[6]) - fit.at(down, new double[6])) / (2 * step);
      assertEquals(difference, gradient[i], 1e-6 * (1 + Math.abs(difference)), "parameter " + i);
    }
  }

  /** ½yᵀK⁻¹y + ½ln|K| by naive elimination, and the priors. */
  @Test
  void value_agreesWithElimination() {
    Observations told = observations(12);
    double[] x = {-1.2, -0.4, 0.3, -0.9, 0.2, -2.5};
    Parameters parameters = Parameters.ofLogarithms(x);
    double[][] k = new double[12][13];
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < 12; j++) {
        double squared = 0;
        for (int axis = 0; axis < 4; axis++) {
          double l = parameters.lengths().get(axis);
          squared += told.metric().squared(told.point(i), told.point(j), axis) / l / l;
        }
        double s = Math.sqrt(5 * squared);
        k[i][j] = parameters.signal() * (1 + s + s * s / 3) * Math.exp(-s);
      }
      k[i][i] += parameters.noise() + told.noise(i) + 1e-8;
      k[i][12] = told.value(i);
    }
    double expected = 0;
    for (int p = 0; p < 12; p++) {
      expected += Math.log(k[p][p]) / 2 + k[p][12] * k[p][12] / k[p][p] / 2;
      for (int i = p + 1; i < 12; i++) {
        double factor = k[i][p] / k[p][p];
        for (int j = p; j < 13; j++) {
          k[i][j] -= factor * k[p][j];
        }
      }
    }
    for (int i = 0; i < 4; i++) {
      expected += Math.pow((x[i] - Math.log(0.35)) / 0.5, 2) / 2;
    }
    expected += 0.2 * 0.2 / 2 + Math.pow((-2.5 - Math.log(0.05)) / 1.5, 2) / 2;
    assertEquals(expected, new Fit(told).at(x, new double[6]), 1e-9);
  }

  @Test
  void fit_costsTwentyFactorizations_andIsBetterThanThePriors() {
    Observations told = observations(25);
    Fit fit = new Fit(told);
    Parameters best = fit.best();
    assertEquals(20, fit.evaluations());
    double[] medians = new double[6];
    Arrays.fill(medians, 0, 4, Math.log(0.35));
    medians[5] = Math.log(0.05);
    double[] logarithms = new double[6];
    for (int i = 0; i < 4; i++) {
      logarithms[i] = Math.log(best.lengths().get(i));
    }
    logarithms[4] = Math.log(best.signal());
    logarithms[5] = Math.log(best.noise());
    assertTrue(fit.at(logarithms, new double[6]) < fit.at(medians, new double[6]) - 1);
  }

  @Test
  void rprop_findsTheLeastValue_andStaysWithinBounds() {
    Objective bowl =
        new Objective() {
          @Override
          public double at(double[] x, double[] gradient) {
            gradient[0] = 2 * (x[0] - 1);
            gradient[1] = 200 * (x[1] - 5);
            return (x[0] - 1) * (x[0] - 1) + 100 * (x[1] - 5) * (x[1] - 5);
          }

          @Override
          public double clamp(int i, double x) {
            return Math.min(2, x);
          }
        };
    assertArrayEquals(new double[] {1, 2}, Rprop.minimize(bowl, new double[] {0, 0}), 0.02);
  }
}
