package dev.sieve.sample.tpe;

import dev.sieve.sample.RandomStream;
import dev.sieve.sample.cube.CubeAxis;
import org.apache.commons.math3.special.Erf;

/** What one kernel of a Parzen estimator is along one axis. */
sealed interface Factor {

  /** Returns the logarithm of the density, or of the probability, at {@code u}. */
  double logarithm(double u);

  /** Returns a coordinate of [0, 1) drawn from it. */
  double draw(RandomStream stream);

  /**
   * A normal density, cut off at the borders of [0, 1).
   *
   * @param logNorm of the density: −ln σ − ln of what is not cut off, but for ½ ln 2π
   */
  record Normal(double center, double deviation, double logNorm) implements Factor {

    static Normal of(double center, double deviation) {
      double root = deviation * Math.sqrt(2);
      double kept = Erf.erf(-center / root, (1 - center) / root) / 2;
      return new Normal(center, deviation, -StrictMath.log(deviation) - StrictMath.log(kept));
    }

    @Override
    public double logarithm(double u) {
      double z = (u - center) / deviation;
      return logNorm - z * z / 2;
    }

    @Override
    public double draw(RandomStream stream) {
      while (true) {
        double u = center + deviation * stream.nextGaussian();
        if (0 <= u && u < 1) {
          return u;
        }
      }
    }
  }

  /**
   * One level is likelier than the others, which are all alike.
   *
   * @param level the likelier one; of no consequence where {@code own} is 1 / L
   * @param own its probability
   */
  record Likely(CubeAxis.Choice axis, int level, double own) implements Factor {

    /** Returns the factor of a kernel at {@code level}, of an estimator of so many kernels. */
    static Likely of(CubeAxis.Choice axis, int level, int kernels) {
      double share = 1.0 / kernels;
      return new Likely(axis, level, (1 + share) / (1 + axis.levels() * share));
    }

    static Likely uniform(CubeAxis.Choice axis) {
      return new Likely(axis, 0, 1.0 / axis.levels());
    }

    @Override
    public double logarithm(double u) {
      return StrictMath.log(
          axis.level(u) == level ? own : (1 - own) / Math.max(1, axis.levels() - 1));
    }

    @Override
    public double draw(RandomStream stream) {
      if (axis.levels() == 1 || stream.nextDouble() < own) {
        return axis.middle(level);
      }
      int other = stream.nextInt(axis.levels() - 1);
      return axis.middle(other < level ? other : other + 1);
    }
  }
}
