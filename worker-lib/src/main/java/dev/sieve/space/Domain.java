package dev.sieve.space;

import static dev.sieve.Checks.check;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;

/**
 * The values that one hyperparameter may take, seen as the image of the unit interval. A sampler
 * draws points of the unit cube and knows no domain; a domain knows no sampler.
 */
public sealed interface Domain<T> extends Serializable {

  /** Returns the value at {@code u} in [0, 1). Ordered domains rise with {@code u}. */
  T at(double u);

  /** Returns the number of values, or 0 where they are not a list. */
  int levels();

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

  /** Uniform in log(value): the right prior for scale parameters such as the learning rate. */
  record LogUniform(double low, double high) implements Domain<Double> {
    public LogUniform {
      check(
          0 < low && low < high && high < Double.POSITIVE_INFINITY,
          "log-uniform domain needs 0 < low < high < infinity, but was [%s, %s]",
          low,
          high);
    }

    @Override
    public Double at(double u) {
      return low * StrictMath.pow(high / low, u);
    }

    @Override
    public int levels() {
      return 0;
    }

    @Override
    public Domain<Double> narrowed(List<Double> best, double margin) {
      double factor = StrictMath.pow(high / low, margin);
      double from = Math.max(low, Collections.min(best) / factor);
      double to = Math.min(high, Collections.max(best) * factor);
      return from < to ? new LogUniform(from, to) : Domain.fixed(from);
    }
  }

  /** Uniform between two numbers. */
  record Uniform(double low, double high) implements Domain<Double> {
    public Uniform {
      check(
          Double.NEGATIVE_INFINITY < low && low < high && high < Double.POSITIVE_INFINITY,
          "uniform domain needs finite low < high, but was [%s, %s]",
          low,
          high);
    }

    @Override
    public Double at(double u) {
      return low + (high - low) * u;
    }

    @Override
    public int levels() {
      return 0;
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
    public IntegerRange {
      check(low <= high, "integer domain needs low <= high, but was [%d, %d]", low, high);
    }

    @Override
    public Integer at(double u) {
      return (int) (low + (long) (u * ((long) high - low + 1)));
    }

    @Override
    public int levels() {
      return (int) Math.min(Integer.MAX_VALUE, (long) high - low + 1);
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
    @Override
    public HalfCycle at(double u) {
      return HalfCycle.ofUpdates(updates.at(u));
    }

    @Override
    public int levels() {
      return updates.levels();
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
      check(!values.isEmpty(), "choice domain needs at least one value, but the list was empty");
    }

    @Override
    public T at(double u) {
      return values.get((int) (u * values.size()));
    }

    @Override
    public int levels() {
      return values.size();
    }

    @Override
    public Domain<T> narrowed(List<T> best, double margin) {
      return new Choice<>(values.stream().filter(best::contains).toList());
    }
  }
}
