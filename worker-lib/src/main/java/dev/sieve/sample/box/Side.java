package dev.sieve.sample.box;

import static dev.sieve.Checks.require;

import dev.sieve.sample.cube.CubeAxis;
import java.util.List;
import java.util.stream.IntStream;

/** What a box has of one axis. */
public sealed interface Side {

  /** Returns the whole of {@code axis}. */
  static Side whole(CubeAxis axis) {
    return axis instanceof CubeAxis.Choice
        ? new Levels(IntStream.range(0, axis.levels()).boxed().toList(), axis.levels())
        : new Interval(0, 1);
  }

  /** Returns whether {@code u} of [0, 1) lies in it. */
  boolean contains(double u);

  /** Returns the coordinate of [0, 1) that lies as far along it as {@code u} along the axis. */
  double at(double u);

  /**
   * An interval of an axis whose values are in order.
   *
   * @param low at least 0
   * @param high at most 1, above {@code low}
   */
  record Interval(double low, double high) implements Side {
    public Interval {
      require(
          0 <= low && low < high && high <= 1,
          "an interval",
          "must have 0 <= low < high <= 1",
          List.of(low, high));
    }

    @Override
    public boolean contains(double u) {
      return low <= u && u < high;
    }

    @Override
    public double at(double u) {
      return Math.min(low + (high - low) * u, Math.nextDown(high));
    }
  }

  /**
   * Some levels of a choice.
   *
   * @param kept at least one, in ascending order
   * @param all how many the choice has
   */
  record Levels(List<Integer> kept, int all) implements Side {
    public Levels {
      kept = List.copyOf(kept);
      require(!kept.isEmpty(), "the levels of a box", "must not be empty", kept);
    }

    @Override
    public boolean contains(double u) {
      return kept.contains((int) (u * all));
    }

    @Override
    public double at(double u) {
      return (kept.get((int) (u * kept.size())) + 0.5) / all;
    }
  }
}
