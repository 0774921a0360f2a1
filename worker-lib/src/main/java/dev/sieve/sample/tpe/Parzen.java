package dev.sieve.sample.tpe;

import dev.sieve.sample.RandomStream;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeAxis;
import dev.sieve.sample.cube.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A multivariate Parzen estimator: a mixture of one kernel for each point and a prior in the middle
 * of the cube; a kernel is a product over the axes. Watanabe, "Tree-Structured Parzen Estimator:
 * Understanding Its Algorithm Components and Their Roles for Better Empirical Performance", arXiv
 * 2304.11127, 2023. An axis that does not apply at a point counts nothing there; the kernel of a
 * point where an axis does not apply has the prior along it.
 */
final class Parzen {
  private final Cube cube;

  /** Of a kernel along an axis: {@code factors[axis][kernel]}, the prior last. */
  private final Factor[][] factors;

  private final double[] weights;

  /**
   * @param weights of the points; the prior gets their mean
   */
  Parzen(Cube cube, List<Point> points, List<Double> weights) {
    this.cube = cube;
    this.weights = withPrior(weights);
    this.factors = new Factor[cube.dimensions()][];
    for (int axis = 0; axis < factors.length; axis++) {
      factors[axis] = factors(cube, points, axis);
    }
  }

  /** Returns the estimator of {@code points} that all weigh the same. */
  static Parzen uniform(Cube cube, List<Point> points) {
    return new Parzen(cube, points, points.stream().map(point -> 1.0).toList());
  }

  private static double[] withPrior(List<Double> weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double prior = weights.isEmpty() ? 1 : sum / weights.size();
    double[] all = new double[weights.size() + 1];
    for (int i = 0; i < weights.size(); i++) {
      all[i] = weights.get(i) / (sum + prior);
    }
    all[weights.size()] = prior / (sum + prior);
    return all;
  }

  private static Factor[] factors(Cube cube, List<Point> points, int axis) {
    CubeAxis kind = cube.axes().get(axis);
    List<Integer> applying = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (cube.applies(points.get(i), axis)) {
        applying.add(i);
      }
    }
    Factor[] factors = new Factor[points.size() + 1];
    Arrays.fill(
        factors,
        kind instanceof CubeAxis.Choice choice
            ? Factor.Likely.uniform(choice)
            : Factor.Normal.of(Cube.NOT_APPLYING, 1));
    if (kind instanceof CubeAxis.Choice choice) {
      applying.forEach(
          i ->
              factors[i] =
                  Factor.Likely.of(choice, choice.level(points.get(i).at(axis)), factors.length));
    } else {
      List<Double> centers = applying.stream().map(i -> points.get(i).at(axis)).toList();
      double[] bandwidths = Bandwidths.of(centers, kind.levels());
      for (int i = 0; i < centers.size(); i++) {
        factors[applying.get(i)] = Factor.Normal.of(centers.get(i), bandwidths[i]);
      }
    }
    return factors;
  }

  /**
   * Returns ln of the density at {@code point}, but for a constant that depends on what applies.
   */
  double logarithm(Point point) {
    double[] logarithms = new double[weights.length];
    for (int axis = 0; axis < factors.length; axis++) {
      if (cube.applies(point, axis)) {
        for (int kernel = 0; kernel < weights.length; kernel++) {
          logarithms[kernel] += factors[axis][kernel].logarithm(point.at(axis));
        }
      }
    }
    double largest = Double.NEGATIVE_INFINITY;
    for (double one : logarithms) {
      largest = Math.max(largest, one);
    }
    double sum = 0;
    for (int kernel = 0; kernel < weights.length; kernel++) {
      sum += weights[kernel] * StrictMath.exp(logarithms[kernel] - largest);
    }
    return largest + StrictMath.log(sum);
  }

  /** Returns a point drawn from it, snapped. */
  Point draw(RandomStream stream) {
    double left = stream.nextDouble();
    int kernel = 0;
    while (kernel < weights.length - 1 && left >= weights[kernel]) {
      left -= weights[kernel];
      kernel++;
    }
    double[] coordinates = new double[factors.length];
    for (int axis = 0; axis < coordinates.length; axis++) {
      coordinates[axis] = factors[axis][kernel].draw(stream);
    }
    return cube.snap(coordinates);
  }

  /** Returns how many kernels there are, the prior among them. */
  int kernels() {
    return weights.length;
  }
}
