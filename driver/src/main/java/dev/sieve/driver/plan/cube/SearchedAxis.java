package dev.sieve.driver.plan.cube;

import dev.sieve.sample.box.Side;
import dev.sieve.sample.cube.CubeAxis;
import dev.sieve.space.Axis;
import dev.sieve.space.Domain;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How samplers see one searched hyperparameter. A list of numbers becomes an axis of levels that
 * rise, whatever its order in the conf.
 *
 * @param axis what is searched
 * @param listed for each level, which bin of the domain it is; empty where the axis is continuous
 *     or counts all integers, whose coordinates samplers see as they are
 * @param kind without a condition
 */
record SearchedAxis(Axis<?> axis, List<Integer> listed, CubeAxis kind) {
  SearchedAxis {
    listed = List.copyOf(listed);
  }

  static <T> SearchedAxis of(Axis<T> axis, Domain<T> domain) {
    if (domain instanceof Domain.Choice<T> choice) {
      return ofList(axis, choice.values());
    }
    CubeAxis kind =
        domain.levels() == 0 ? CubeAxis.continuous() : CubeAxis.ordered(domain.levels());
    return new SearchedAxis(axis, List.of(), kind);
  }

  private static <T> SearchedAxis ofList(Axis<T> axis, List<T> values) {
    List<Integer> bins = IntStream.range(0, values.size()).boxed().toList();
    if (!values.stream().allMatch(Number.class::isInstance)) {
      return new SearchedAxis(axis, bins, CubeAxis.choice(bins.size()));
    }
    List<Integer> rising =
        bins.stream()
            .sorted(Comparator.comparingDouble(bin -> ((Number) values.get(bin)).doubleValue()))
            .toList();
    return new SearchedAxis(axis, rising, CubeAxis.ordered(rising.size()));
  }

  /**
   * Returns what samplers see of {@code u}, a coordinate of the space.
   *
   * @param domain along the axis
   */
  double seen(double u, Domain<?> domain) {
    if (listed.isEmpty()) {
      return u;
    }
    return kind.middle(listed.indexOf((int) (u * domain.levels())));
  }

  /** Returns the coordinate of the space that samplers see as {@code u}. */
  double drawn(double u, Domain<?> domain) {
    return listed.isEmpty() ? u : (listed.get(kind.level(u)) + 0.5) / domain.levels();
  }

  /**
   * Returns coordinates of the space whose values are all that {@code side} has of a list, or the
   * ends of what it has of a range.
   */
  List<Double> within(Side side, Domain<?> domain) {
    if (side instanceof Side.Levels levels) {
      return levels.kept().stream().map(level -> drawn(kind.middle(level), domain)).toList();
    }
    Side.Interval interval = (Side.Interval) side;
    if (listed.isEmpty()) {
      return List.of(interval.low(), Math.nextDown(interval.high()));
    }
    return IntStream.range(0, kind.levels())
        .mapToDouble(kind::middle)
        .filter(interval::contains)
        .mapToObj(u -> drawn(u, domain))
        .toList();
  }
}
