package dev.sieve.driver.plan.cube;

import dev.sieve.sample.box.Box;
import dev.sieve.sample.box.Side;
import dev.sieve.sample.cube.Condition;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeAxis;
import dev.sieve.sample.cube.Point;
import dev.sieve.space.Axes;
import dev.sieve.space.Axis;
import dev.sieve.space.AxisValues;
import dev.sieve.space.Candidate;
import dev.sieve.space.Domain;
import dev.sieve.space.ScheduleShape;
import dev.sieve.space.SearchSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A search space as samplers see it: a cube of what is searched alone, its axes in the order of the
 * space's coordinates, so that a hyperparameter which is not searched changes no point.
 */
public final class SearchedCube {
  /** Of a space that searches nothing, or no more since it was narrowed: a single configuration. */
  private static final Cube NOTHING = new Cube(List.of(CubeAxis.choice(1)));

  private final SearchSpace space;
  private final List<SearchedAxis> axes;
  private final Cube cube;

  public SearchedCube(SearchSpace space) {
    this.space = space;
    this.axes =
        space.searched().stream()
            .sorted(Comparator.comparingInt(Axis::coordinate))
            .map(axis -> seen(axis, space))
            .toList();
    this.cube = axes.isEmpty() ? NOTHING : new Cube(conditioned());
  }

  private static <T> SearchedAxis seen(Axis<T> axis, SearchSpace space) {
    return SearchedAxis.of(axis, space.domain(axis));
  }

  /**
   * What comes in where an image has moved away means nothing to images that do not move; a number
   * of a schedule means nothing to schedules of another shape.
   */
  private List<CubeAxis> conditioned() {
    int shift = indexOf(Axes.SHIFT);
    List<CubeAxis> conditioned = new ArrayList<>();
    for (SearchedAxis axis : axes) {
      if (axis.axis().equals(Axes.SHIFT_FILL) && shift >= 0) {
        conditioned.add(axis.kind().where(new Condition(shift, moving(axes.get(shift)))));
      } else if (dependsOnSchedule(axis.axis())) {
        Condition condition = new Condition(indexOf(Axes.SCHEDULE), shapes(axis.axis()));
        conditioned.add(axis.kind().where(condition));
      } else {
        conditioned.add(axis.kind());
      }
    }
    return conditioned;
  }

  private int indexOf(Axis<?> axis) {
    return axes.stream().map(SearchedAxis::axis).toList().indexOf(axis);
  }

  /** Returns whether some of the schedules that are searched have {@code axis}, and others not. */
  private boolean dependsOnSchedule(Axis<?> axis) {
    return indexOf(Axes.SCHEDULE) >= 0 && shapes(axis).size() < space.shapes().size();
  }

  /** Returns the levels of the schedules that have {@code axis}. */
  private Set<Integer> shapes(Axis<?> axis) {
    List<ScheduleShape> shapes = space.shapes();
    return IntStream.range(0, shapes.size())
        .filter(level -> axis.applies(AxisValues.NONE.with(Axes.SCHEDULE, shapes.get(level))))
        .boxed()
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the levels of {@code shift} that are above 0. */
  private Set<Integer> moving(SearchedAxis shift) {
    Domain<Integer> domain = space.domain(Axes.SHIFT);
    Set<Integer> levels = new HashSet<>();
    IntStream.range(0, shift.kind().levels())
        .filter(level -> domain.at(shift.drawn(shift.kind().middle(level), domain)) > 0)
        .forEach(levels::add);
    return levels;
  }

  public Cube cube() {
    return cube;
  }

  /** Returns the names of the axes, as confs call them; none where nothing is searched. */
  List<String> names() {
    return axes.stream().map(searched -> searched.axis().name()).toList();
  }

  /** Returns the part of the space that samplers see as {@code box}. */
  public SearchSpace within(Box box) {
    SearchSpace part = space;
    for (int i = 0; i < axes.size(); i++) {
      part = within(axes.get(i).axis(), axes.get(i), box.sides().get(i), part);
    }
    return part;
  }

  private static <T> SearchSpace within(
      Axis<T> axis, SearchedAxis seen, Side side, SearchSpace space) {
    Domain<T> domain = space.domain(axis);
    List<T> values = seen.within(side, domain).stream().map(domain::at).toList();
    return space.with(axis, domain.narrowed(values, 0));
  }

  /** Returns the candidate at {@code point}. */
  public Candidate at(Point point) {
    return space.at(drawn(point).toArray());
  }

  /** Returns what samplers see of a point that was drawn from the space. */
  public Point seen(Point drawn) {
    double[] coordinates = drawn.toArray();
    double[] seen = new double[cube.dimensions()];
    for (int i = 0; i < axes.size(); i++) {
      Axis<?> axis = axes.get(i).axis();
      seen[i] = axes.get(i).seen(coordinates[axis.coordinate()], space.domain(axis));
    }
    return cube.snap(seen);
  }

  /** Returns the point of the space that samplers see as {@code point}. */
  public Point drawn(Point point) {
    double[] coordinates = new double[Axes.DIMENSIONS];
    Arrays.fill(coordinates, Cube.NOT_APPLYING);
    for (int i = 0; i < axes.size(); i++) {
      Axis<?> axis = axes.get(i).axis();
      if (cube.applies(point, i) || !dependsOnSchedule(axis)) { // two schedules may share one
        coordinates[axis.coordinate()] = axes.get(i).drawn(point.at(i), space.domain(axis));
      }
    }
    return Point.of(coordinates);
  }
}
