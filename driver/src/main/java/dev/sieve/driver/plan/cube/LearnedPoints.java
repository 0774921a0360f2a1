package dev.sieve.driver.plan.cube;

import dev.sieve.InvalidValueException;
import dev.sieve.learned.LearnedConfiguration;
import dev.sieve.learned.LearnedStage;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.Evaluation;
import dev.sieve.sample.cube.Outcome;
import dev.sieve.sample.cube.Point;
import dev.sieve.schedule.Horizon;
import dev.sieve.space.Axes;
import dev.sieve.space.Axis;
import dev.sieve.space.AxisColumn;
import dev.sieve.space.Candidate;
import dev.sieve.space.Domain;
import dev.sieve.space.SearchSpace;
import dev.sieve.trial.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where in a space the configurations of other searches lie. One lies in it if it has a value of
 * the space along each axis that either of the two searches; what its search held fixed and this
 * one does too may differ, since it shifts all scores alike.
 */
public final class LearnedPoints {
  /**
   * Columns that depend on the number of updates are of schedules told in epochs: rarely searched.
   */
  private static final Horizon ANY = new Horizon(1_000, 1);

  private final SearchSpace space;
  private final SearchedCube searched;
  private final Metric metric;

  /**
   * @param metric what the search maximizes
   */
  public LearnedPoints(SearchSpace space, Metric metric) {
    this.space = space;
    this.searched = new SearchedCube(space);
    this.metric = metric;
  }

  /** Returns what {@code stage} has found in the space; in the order of its configurations. */
  public List<Evaluation> of(LearnedStage stage) {
    return stage.configurations().stream()
        .flatMap(
            one -> point(stage, one).map(at -> new Evaluation(at, outcome(stage, one))).stream())
        .toList();
  }

  private Outcome outcome(LearnedStage stage, LearnedConfiguration one) {
    if (one.worth() == null) {
      return new Outcome.Failed();
    }
    double examples = (double) one.repeats() * stage.examples();
    return new Outcome.Score(one.worth(), metric.knownVariance(one.worth(), examples));
  }

  private Optional<Point> point(LearnedStage stage, LearnedConfiguration one) {
    double[] u = new double[Axes.DIMENSIONS];
    Arrays.fill(u, Cube.NOT_APPLYING);
    for (Axis<?> axis : space.axes()) {
      if (!locate(axis, stage, one, u)) {
        return Optional.empty();
      }
    }
    return Optional.of(searched.seen(Point.of(u)));
  }

  /** Writes the coordinate along {@code axis}, and returns whether there is one. */
  private <T> boolean locate(
      Axis<T> axis, LearnedStage stage, LearnedConfiguration one, double[] u) {
    Domain<T> domain = space.domain(axis);
    if (space.at(u).get(axis) == null) {
      return true; // the schedule, which was located before its numbers, has no such one
    }
    if (domain.levels() == 1
        && axis.columns().stream().noneMatch(column -> stage.varies(column.header()))) {
      return true;
    }
    return domain.kind().isEmpty()
        ? locateInList(axis, domain, stage, one, u)
        : locateInRange(axis, domain, stage, one, u);
  }

  private <T> boolean locateInRange(
      Axis<T> axis, Domain<T> domain, LearnedStage stage, LearnedConfiguration one, double[] u) {
    String text = stage.text(one, axis.columns().get(0).header());
    if (text == null || text.isEmpty()) {
      return false;
    }
    try {
      T value = axis.format().read(text);
      u[axis.coordinate()] = domain.unit(value);
      return isWithin(value, domain);
    } catch (InvalidValueException notOfThisAxis) {
      return false;
    }
  }

  private static <T> boolean isWithin(T value, Domain<T> domain) {
    if (value instanceof Double number) {
      List<T> ends = domain.extremes();
      return (Double) ends.get(0) <= number && number <= (Double) ends.get(1);
    }
    return domain.at(domain.unit(value)).equals(value);
  }

  private <T> boolean locateInList(
      Axis<T> axis, Domain<T> domain, LearnedStage stage, LearnedConfiguration one, double[] u) {
    int levels = domain.levels();
    for (int level = 0; level < levels; level++) {
      u[axis.coordinate()] = (level + 0.5) / levels;
      Candidate candidate = space.at(u);
      if (axis.columns().stream().allMatch(column -> isEqual(column, candidate, stage, one))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEqual(
      AxisColumn column, Candidate candidate, LearnedStage stage, LearnedConfiguration one) {
    String there = stage.text(one, column.header());
    Object here = column.cell().apply(candidate, ANY);
    return there != null && Objects.toString(here, "").equals(there);
  }
}
