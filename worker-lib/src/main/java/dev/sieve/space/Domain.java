package dev.sieve.space;

import static dev.sieve.Checks.require;

import dev.sieve.schedule.HalfCycle;
import java.io.Serializable;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The values that one hyperparameter may take, seen as the image of the unit interval. A sampler
 * draws points of the unit cube and knows no domain; a domain knows no sampler.
 */
public sealed interface Domain<T> extends Serializable {

  /** Returns the value at {@code u} in [0, 1). Ordered domains rise with {@code u}. */
  T at(double u);

  /**
   * Returns a {@code u} in [0, 1) that {@link #at} maps to {@code value}, up to rounding: of a list
   * or of integers the middle of all these. A value outside counts as the nearest one inside; one
   * that a list does not have, as its first.
   */
  double unit(T value);

  /** Returns the number of values, or 0 where they are not a list. */
  int levels();

  /** Returns the word by which conf files know a range of this kind; empty for a list. */
  String kind();

  /** Returns the two ends of a range, or all values of a list. */
  List<T> extremes();

  /** Returns two values between which all others lie; all values where these have no order. */
  default List<T> ends() {
    return extremes();
  }

  /**
   * Returns the part of this domain that spans {@code best}, values of it, and goes {@code margin}
   * beyond them on both sides, never beyond this domain.
   *
   * @param margin share of this domain's own width; 0 keeps just the span
   */
  Domain<T> narrowed(List<T> best, double margin);

  /** A single value. */
  static <T> Domain<T> fixed(T value) {
    return new Choice<>(List.of(value));
  }

  /** Returns {@code u} moved into [0, 1). */
  private static double inside(double u) {
    return Math.max(0, Math.min(Math.nextDown(1.0), u));
  }

  /** Uniform in log(value): the right prior for scale parameters such as the learning rate. */
  record LogUniform(double low, double high) implements Domain<Double> {
    /** By which conf files know it. */
    public static final String KIND = "log-uniform";

    public LogUniform {
      require(
          0 < low && low < high && high < Double.POSITIVE_INFINITY,
          "",
          "must have 0 < low < high < infinity",
          List.of(low, high));
    }

    /** By logarithms where the quotient of the ends is too large for a double. */
    @Override
    public Double at(double u) {
      double ratio = high / low;
      return ratio < Double.POSITIVE_INFINITY
          ? low * StrictMath.pow(ratio, u)
          : StrictMath.exp(StrictMath.log(low) + u * width());
    }

    private double width() {
      return StrictMath.log(high) - StrictMath.log(low);
    }

    @Override
    public double unit(Double value) {
      return inside((StrictMath.log(value) - StrictMath.log(low)) / width());
    }

    @Override
    public int levels() {
      return 0;
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public List<Double> extremes() {
      return List.of(low, high);
    }

    @Override
    public Domain<Double> narrowed(List<Double> best, double margin) {
      double ratio = high / low;
      double factor =
          ratio < Double.POSITIVE_INFINITY
              ? StrictMath.pow(ratio, margin)
              : StrictMath.exp(margin * width());
      double from = Math.max(low, Collections.min(best) / factor);
      double to = Math.min(high, Collections.max(best) * factor);
      return from < to ? new LogUniform(from, to) : Domain.fixed(from);
    }
  }

  /** Uniform between two numbers. */
  record Uniform(double low, double high) implements Domain<Double> {
    /** By which conf files know it. */
    public static final String KIND = "uniform";

    public Uniform {
      require(
          Double.NEGATIVE_INFINITY < low && low < high && high - low < Double.POSITIVE_INFINITY,
          "",
          "must have low < high, and a width that is finite",
          List.of(low, high));
    }

    @Override
    public Double at(double u) {
      return low + (high - low) * u;
    }

    @Override
    public double unit(Double value) {
      return inside((value - low) / (high - low));
    }

    @Override
    public int levels() {
      return 0;
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public List<Double> extremes() {
      return List.of(low, high);
    }

    @Override
    public Domain<Double> narrowed(List<Double> best, double margin) {
      double from = Math.max(low, Collections.min(best) - margin * (high - low));
      double to = Math.min(high, Collections.max(best) + margin * (high - low));
      return from < to ? new Uniform(from, to) : Domain.fixed(from);
    }
  }

  /** The integers from {@code low} to {@code high}, both included, each equally likely. */
  record IntegerRange(int low, int high) implements Domain<Integer> {
    /** By which conf files know it. */
    public static final String KIND = "integer";

    public IntegerRange {
      require(low <= high, "", "must have low <= high", List.of(low, high));
    }

    @Override
    public Integer at(double u) {
      return (int) (low + (long) (u * count()));
    }

    private long count() {
      return (long) high - low + 1;
    }

    @Override
    public double unit(Integer value) {
      return inside(((double) value - low + 0.5) / count());
    }

    @Override
    public int levels() {
      return (int) Math.min(Integer.MAX_VALUE, count());
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public List<Integer> extremes() {
      return List.of(low, high);
    }

    @Override
    public Domain<Integer> narrowed(List<Integer> best, double margin) {
      double beyond = margin * ((double) high - low);
      return new IntegerRange(
          (int) Math.max(low, Math.floor(Collections.min(best) - beyond)),
          (int) Math.min(high, Math.ceil(Collections.max(best) + beyond)));
    }
  }

  /** Half-cycles of so many updates each. */
  record HalfCycles(IntegerRange updates) implements Domain<HalfCycle> {

    /** Returns the half-cycles from {@code low} to {@code high}, both told in updates. */
    static HalfCycles between(HalfCycle low, HalfCycle high) {
      require(
          low.unit() == HalfCycle.Unit.UPDATES && high.unit() == HalfCycle.Unit.UPDATES,
          "",
          "must be between two numbers of updates",
          List.of(low.text(), high.text()));
      return new HalfCycles(new IntegerRange(low.count(), high.count()));
    }

    @Override
    public HalfCycle at(double u) {
      return HalfCycle.ofUpdates(updates.at(u));
    }

    @Override
    public double unit(HalfCycle value) {
      return updates.unit(value.count());
    }

    @Override
    public int levels() {
      return updates.levels();
    }

    @Override
    public String kind() {
      return updates.kind();
    }

    @Override
    public List<HalfCycle> extremes() {
      return updates.extremes().stream().map(HalfCycle::ofUpdates).toList();
    }

    @Override
    public Domain<HalfCycle> narrowed(List<HalfCycle> best, double margin) {
      List<Integer> counts = best.stream().map(HalfCycle::count).toList();
      return new HalfCycles((IntegerRange) updates.narrowed(counts, margin));
    }
  }

  /**
   * A finite list of values, each equally likely. Narrowed to the best ones, in their own order.
   */
  record Choice<T>(List<T> values) implements Domain<T> {
    public Choice {
      values = List.copyOf(values);
      require(!values.isEmpty(), "", "must have at least one value", values);
    }

    @Override
    public T at(double u) {
      return values.get((int) (u * values.size()));
    }

    @Override
    public double unit(T value) {
      return (Math.max(0, values.indexOf(value)) + 0.5) / values.size();
    }

    @Override
    public int levels() {
      return values.size();
    }

    @Override
    public String kind() {
      return "";
    }

    @Override
    public List<T> extremes() {
      return values;
    }

    @Override
    public List<T> ends() {
      boolean ordered = values.stream().allMatch(Comparable.class::isInstance);
      return ordered ? List.of(first(false), first(true)) : values;
    }

    /** Returns the smallest value, or the largest: {@code ends} has found them comparable. */
    @SuppressWarnings("unchecked")
    private T first(boolean reversed) {
      Comparator<Object> order = (one, other) -> ((Comparable<Object>) one).compareTo(other);
      return Collections.min(values, reversed ? order.reversed() : order);
    }

    @Override
    public Domain<T> narrowed(List<T> best, double margin) {
      return new Choice<>(values.stream().filter(best::contains).toList());
    }
  }
}
