package dev.sieve.space;

import static dev.sieve.Checks.check;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A domain for each hyperparameter that a search's configurations have, and for the budget: a
 * search happens in the product of them. What is not searched has a domain of one value. Immutable.
 */
public final class SearchSpace implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private final Map<Axis<?>, Domain<?>> domains;

  private SearchSpace(Map<Axis<?>, Domain<?>> domains) {
    this.domains = domains;
  }

  /** A space without any axis, to start from. */
  public static final SearchSpace EMPTY = new SearchSpace(Map.of());

  /** Returns this space, with {@code domain} along {@code axis}. */
  public <T> SearchSpace with(Axis<T> axis, Domain<T> domain) {
    Map<Axis<?>, Domain<?>> all = new HashMap<>(domains);
    all.put(axis, domain);
    return new SearchSpace(all);
  }

  /** Returns this space, with a single value of {@code axis}. */
  public <T> SearchSpace with(Axis<T> axis, T value) {
    return with(axis, Domain.fixed(value));
  }

  /** Returns whether candidates have {@code axis}. */
  public boolean has(Axis<?> axis) {
    return domains.containsKey(axis);
  }

  /** Returns the domain along {@code axis}; null where candidates do without. */
  @SuppressWarnings("unchecked") // only with() puts domains there
  public <T> Domain<T> domain(Axis<T> axis) {
    return (Domain<T>) domains.get(axis);
  }

  /** Returns whether no candidate has a value of {@code axis} but the neutral one. */
  public <T> boolean isNeutral(Axis<T> axis) {
    return !has(axis) || domain(axis).extremes().stream().allMatch(axis.neutral()::equals);
  }

  /** Returns the axes of this space, in the order of {@link Axes#ALL}. */
  public List<Axis<?>> axes() {
    return Axes.ALL.stream().filter(this::has).toList();
  }

  /** Returns the axes that take more than one value, in the order of {@link Axes#ALL}. */
  public List<Axis<?>> searched() {
    return axes().stream().filter(axis -> domain(axis).levels() != 1).toList();
  }

  /** Returns the shapes that the learning rate may have, at least one. */
  public List<ScheduleShape> shapes() {
    return domain(Axes.SCHEDULE).extremes();
  }

  /** Returns the part of this space whose schedules are {@code shape}, without others' numbers. */
  public SearchSpace of(ScheduleShape shape) {
    AxisValues known = AxisValues.NONE.with(Axes.SCHEDULE, shape);
    Map<Axis<?>, Domain<?>> part = new HashMap<>(domains);
    part.keySet().removeIf(axis -> !axis.applies(known));
    return new SearchSpace(part).with(Axes.SCHEDULE, shape);
  }

  /** Returns the number of configurations of a space of lists and integers, or else 0. */
  public double size() {
    double size = 0;
    for (ScheduleShape shape : shapes()) {
      double part =
          of(shape).cube().stream().mapToDouble(Domain::levels).reduce(1, (a, b) -> a * b);
      if (part == 0) {
        return 0;
      }
      size += part;
    }
    return size;
  }

  /**
   * Returns the domain along each coordinate of the unit cube, of a space of one schedule's shape;
   * one of a single value where candidates do without. The order is part of what a search seed
   * means: a new hyperparameter goes to the end, so that the points of older searches stay where
   * they were.
   */
  public List<Domain<?>> cube() {
    List<Domain<?>> cube = new ArrayList<>();
    for (int i = 0; i < Axes.DIMENSIONS; i++) {
      cube.add(Domain.fixed(0));
    }
    axes().forEach(axis -> cube.set(axis.coordinate(), domain(axis)));
    return List.copyOf(cube);
  }

  /** Returns the candidate at {@code u}, a point of the unit cube. */
  public Candidate at(double[] u) {
    check(
        u.length == Axes.DIMENSIONS,
        "a point has %d coordinates, but got %d",
        Axes.DIMENSIONS,
        u.length);
    AxisValues values = AxisValues.NONE;
    for (Axis<?> axis : axes()) {
      values = draw(axis, u, values);
    }
    return new Candidate(new Hyperparameters(values), values.get(Axes.EPOCHS));
  }

  private <T> AxisValues draw(Axis<T> axis, double[] u, AxisValues values) {
    return axis.applies(values) ? values.with(axis, domain(axis).at(u[axis.coordinate()])) : values;
  }

  /**
   * Returns a point of the unit cube that {@link #at} maps to {@code candidate}, up to rounding; in
   * the middle along coordinates that the candidate does without.
   */
  public double[] pointOf(Candidate candidate) {
    double[] u = new double[Axes.DIMENSIONS];
    Arrays.fill(u, 0.5);
    axes().forEach(axis -> locate(axis, candidate, u));
    return u;
  }

  private <T> void locate(Axis<T> axis, Candidate candidate, double[] u) {
    T value = candidate.get(axis);
    if (value != null) {
      u[axis.coordinate()] = domain(axis).unit(value);
    }
  }

  /**
   * Returns how this space is written in a conf, as the section {@code space} that has all of it.
   */
  public Map<String, Object> written() {
    Map<String, Object> section = new TreeMap<>();
    for (Axis<?> axis : axes()) {
      sectionOf(axis, section).put(lastPart(axis.key()), written(axis));
    }
    return section;
  }

  /** Returns the section that holds {@code axis}: {@code space}, or one in it. */
  private static Map<String, Object> sectionOf(Axis<?> axis, Map<String, Object> space) {
    int dot = axis.key().indexOf('.');
    return dot < 0 ? space : inner(space, axis.key().substring(0, dot));
  }

  private static String lastPart(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  @SuppressWarnings("unchecked") // only this method puts sections there
  private static Map<String, Object> inner(Map<String, Object> section, String name) {
    return (Map<String, Object>) section.computeIfAbsent(name, key -> new TreeMap<>());
  }

  private <T> Object written(Axis<T> axis) {
    return axis.domains().write(domain(axis));
  }

  /** Returns the space whose domains are those that {@code change} makes of this one's. */
  public SearchSpace mapped(Change change) {
    SearchSpace changed = this;
    for (Axis<?> axis : axes()) {
      changed = changed.changed(axis, change);
    }
    return changed;
  }

  private <T> SearchSpace changed(Axis<T> axis, Change change) {
    return with(axis, change.of(axis, domain(axis)));
  }

  /** What is made of the domain of each axis. */
  @FunctionalInterface
  public interface Change {
    <T> Domain<T> of(Axis<T> axis, Domain<T> domain);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SearchSpace others && domains.equals(others.domains);
  }

  @Override
  public int hashCode() {
    return domains.hashCode();
  }

  @Override
  public String toString() {
    return domains.toString();
  }
}
