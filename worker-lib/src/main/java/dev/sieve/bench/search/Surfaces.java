package dev.sieve.bench.search;

import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeAxis;
import dev.sieve.sample.cube.Point;
import java.util.Collections;
import java.util.List;

/**
 * The surfaces that samplers are compared on. Logarithms of the learning rate η and the L2 penalty
 * λ run over the whole axis; accuracy rises with η up to a cliff, behind which training diverges.
 */
public final class Surfaces {
  private Surfaces() {}

  /** Returns all of them, the continuous ones first. */
  public static List<Surface> all() {
    return List.of(
        cliff2(), ridge2(), basins2(), plateau3(), cliff4(), lists4(), lists3(), conditional());
  }

  private static Surface cliff2() {
    return new Surface(
        "cliff-2",
        "η, λ: the best η lies close to the cliff, and λ matters where it is large",
        continuous(2),
        p ->
            0.54
                - 0.6 * square(Math.min(0, p.at(0) - 0.68))
                - 2 * square(Math.max(0, p.at(0) - 0.68))
                - 0.35 * square(p.at(1) - 0.45)
                - 1.5 * square(Math.max(0, p.at(1) - 0.7)),
        p -> p.at(0) > 0.85 - 0.1 * p.at(1));
  }

  private static Surface ridge2() {
    return new Surface(
        "ridge-2",
        "η, λ: a narrow ridge along η·λ^0.6 = constant, with its top at one end",
        continuous(2),
        p -> 0.55 - 2 * square(p.at(0) + 0.6 * p.at(1) - 0.75) - 0.15 * square(p.at(1) - 0.35),
        p -> p.at(0) > 1 - 0.25 * p.at(1));
  }

  private static Surface basins2() {
    return new Surface(
        "basins-2",
        "η, λ: a wide hill, and a narrow one that is higher",
        continuous(2),
        p -> 0.25 + Math.max(0.27 * hill(p, 0.3, 0.6, 0.25), 0.3 * hill(p, 0.72, 0.3, 0.1)),
        p -> p.at(0) > 0.9);
  }

  private static Surface plateau3() {
    return new Surface(
        "plateau-3",
        "η, λ, dropout: λ matters little below a threshold, and the best dropout depends on it",
        continuous(3),
        p ->
            0.56
                - 0.8 * square(Math.min(0, p.at(0) - 0.62))
                - 3 * square(Math.max(0, p.at(0) - 0.62))
                - 1.2 * square(Math.max(0, p.at(1) - 0.6))
                - 0.25 * square(p.at(2) - 0.3 - 0.3 * p.at(1)),
        p -> p.at(0) > 0.8 + 0.1 * p.at(2));
  }

  private static Surface cliff4() {
    return new Surface(
        "cliff-4",
        "η, λ, momentum, width: η and momentum act together, width gives less and less",
        continuous(4),
        p ->
            0.57
                - square(p.at(0) + 0.4 * p.at(2) - 0.8)
                - 0.4 * square(p.at(1) - 0.4 - 0.2 * p.at(3))
                - 0.15 * square(p.at(2) - 0.6)
                + 0.05 * p.at(3)
                - 0.04 * square(p.at(3)),
        p -> p.at(0) + 0.4 * p.at(2) > 1.1);
  }

  private static Surface lists4() {
    Cube cube =
        new Cube(
            List.of(
                CubeAxis.continuous(),
                CubeAxis.ordered(5),
                CubeAxis.ordered(3),
                CubeAxis.choice(4)));
    double[] byChoice = {0, -0.03, 0.015, -0.08};
    return new Surface(
        "lists-4",
        "η, five batch sizes, three depths, four activations: the best η depends on the lists",
        cube,
        p ->
            0.53
                - 0.9 * square(p.at(0) - 0.4 - 0.3 * p.at(1) + 0.1 * p.at(2))
                - 0.1 * square(p.at(1) - 0.3)
                - 0.12 * square(p.at(2) - 0.5)
                + byChoice[cube.axes().get(3).level(p.at(3))],
        p -> p.at(0) + 0.2 * p.at(2) > 0.97);
  }

  private static Surface lists3() {
    Cube cube = new Cube(List.of(CubeAxis.ordered(8), CubeAxis.ordered(7), CubeAxis.choice(5)));
    double[] byChoice = {0, 0.02, -0.05, -0.02, -0.09};
    return new Surface(
        "lists-3",
        "eight η, seven λ, five schedules: 280 configurations in all",
        cube,
        p ->
            0.52
                - 0.7 * square(p.at(0) - 0.66)
                - 0.4 * square(p.at(1) - 0.4)
                + byChoice[cube.axes().get(2).level(p.at(2))],
        p -> p.at(0) > 0.85);
  }

  /** Optimizers: plain, with momentum, Adam. Momentum and the decay of Adam apply to one each. */
  private static Surface conditional() {
    Cube cube =
        new Cube(
            List.of(
                CubeAxis.choice(3),
                CubeAxis.continuous(),
                CubeAxis.continuous(),
                CubeAxis.continuous().where(0, 1),
                CubeAxis.continuous().where(0, 2)));
    double[] tops = {0.515, 0.54, 0.53};
    double[] rates = {0.75, 0.55, 0.3};
    return new Surface(
        "conditional",
        "three optimizers, η, λ, and a number of its own for two of the optimizers",
        cube,
        p -> {
          int optimizer = cube.axes().get(0).level(p.at(0));
          return tops[optimizer]
              - square(p.at(1) - rates[optimizer])
              - 0.3 * square(p.at(2) - 0.4)
              - (optimizer == 1 ? 0.3 * square(p.at(3) - 0.8) : 0)
              - (optimizer == 2 ? 0.1 * square(p.at(4) - 0.2) : 0);
        },
        p -> p.at(1) > rates[cube.axes().get(0).level(p.at(0))] + 0.2);
  }

  private static Cube continuous(int dimensions) {
    return new Cube(Collections.nCopies(dimensions, CubeAxis.continuous()));
  }

  private static double square(double x) {
    return x * x;
  }

  private static double hill(Point p, double x, double y, double width) {
    double squares = square(p.at(0) - x) + square(p.at(1) - y);
    return StrictMath.exp(-squares / (2 * width * width));
  }
}
