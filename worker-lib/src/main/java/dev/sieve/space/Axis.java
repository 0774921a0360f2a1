package dev.sieve.space;

import dev.sieve.format.Format;
import java.io.InvalidObjectException;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A declared hyperparameter: all that is known of it, in one place. What reads confs, draws points,
 * narrows, names configurations, fills tables or draws figures loops over {@link Axes#ALL}.
 *
 * <p>There is one object per declaration, after serialization too.
 *
 * @param <T> type of a value; immutable and serializable
 */
public final class Axis<T> implements Serializable {
  /** What stands for the value of a candidate that has none. */
  public static final String NONE = "-";

  @Serial private static final long serialVersionUID = 1L;

  private final String key;
  private final transient String name;
  private final transient int coordinate;
  private final transient String title;
  private final transient String symbol;
  private final transient String unit;
  private final transient Consumer<T> check;
  private final transient Format<T> format;
  private final transient Format<Domain<T>> domains;
  private final transient boolean numeric;
  private final transient boolean shared;
  private final transient boolean ofImages;
  private final transient boolean ofPixels;
  private final transient Predicate<AxisValues> applies;
  private final transient T neutral;
  private final transient List<AxisColumn> columns;
  private final transient Function<T, String> shown;
  private final transient Function<T, String> exact;
  private final transient Function<Hyperparameters, String> identity;

  Axis(AxisBuilder<T> declared) {
    this.key = declared.key;
    this.name = declared.name;
    this.coordinate = declared.coordinate;
    this.title = declared.title;
    this.symbol = declared.symbol;
    this.unit = declared.unit;
    this.check = declared.check;
    this.format = declared.format();
    this.domains = declared.domains();
    this.numeric = declared.numeric;
    this.shared = declared.shared;
    this.ofImages = declared.ofImages;
    this.ofPixels = declared.ofPixels;
    this.applies = declared.applies;
    this.neutral = declared.neutral;
    this.columns = declared.columns.stream().map(column -> column.apply(this)).toList();
    this.shown = declared.shown;
    this.exact = declared.exact;
    this.identity = declared.identity == null ? this::plainIdentity : declared.identity;
  }

  /** Returns the key, below {@code training} or {@code space} of a conf: {@code schedule.eta}. */
  public String key() {
    return key;
  }

  /** Returns its name in the terminal, the page and filters: {@code eta-max}. */
  public String name() {
    return name;
  }

  /**
   * Returns its place among the coordinates of the unit cube: a part of what the seed of a search
   * means. Two axes share one only where no candidate has both.
   */
  public int coordinate() {
    return coordinate;
  }

  /** Returns its title, without symbol and unit: {@code L2 penalty}. */
  public String title() {
    return title;
  }

  /** Returns the letter that the literature gives it: {@code λ}; empty where there is none. */
  public String symbol() {
    return symbol;
  }

  /** Returns the unit of its numbers: {@code epochs}; empty where they have none. */
  public String unit() {
    return unit;
  }

  /**
   * Refuses a value that breaks the hyperparameter's rule.
   *
   * @throws dev.sieve.InvalidValueException with name, rule and value
   */
  public void check(T value) {
    check.accept(value);
  }

  /** Returns how a single value is written in a conf; reading checks the value. */
  public Format<T> format() {
    return format;
  }

  /** Returns how a domain of values is written in the section {@code space} of a conf. */
  public Format<Domain<T>> domains() {
    return domains;
  }

  /** Returns whether its values are numbers, so that a figure may put them on a number line. */
  public boolean isNumeric() {
    return numeric;
  }

  /**
   * Returns whether it decides which inputs a training step sees, so that all trials of a pack must
   * have the same value.
   */
  public boolean isShared() {
    return shared;
  }

  /** Returns whether only images can be put through it: other data must have the neutral value. */
  public boolean isOfImages() {
    return ofImages;
  }

  /** Returns whether it changes single inputs, so that principal components know nothing of it. */
  public boolean isOfPixels() {
    return ofPixels;
  }

  /**
   * Returns whether a candidate has it.
   *
   * @param values of the axes that are declared before it, at least
   */
  public boolean applies(AxisValues values) {
    return applies.test(values);
  }

  /** Returns the value that changes nothing; null where there is no such value. */
  public T neutral() {
    return neutral;
  }

  /** Returns the columns that show it in the table {@code trials}. */
  public List<AxisColumn> columns() {
    return columns;
  }

  /** Returns {@code value} as people read it, with at most four significant digits. */
  public String shown(T value) {
    return shown.apply(value);
  }

  /** Returns {@code value} as text that no other value has. */
  public String exact(T value) {
    return exact.apply(value);
  }

  /** Returns its value in {@code candidate} as people read it; {@code -} where it has none. */
  public String shownIn(Candidate candidate) {
    T value = candidate.get(this);
    return value == null ? NONE : shown(value);
  }

  /**
   * Returns what it adds to the text behind a configuration's id; empty for a value that changes
   * nothing, so that a new hyperparameter leaves older ids as they are.
   */
  String identity(Hyperparameters chosen) {
    return identity.apply(chosen);
  }

  private String plainIdentity(Hyperparameters chosen) {
    T value = chosen.get(this);
    return value == null || value.equals(neutral) ? "" : key + "=" + exact(value);
  }

  @Override
  public String toString() {
    return key;
  }

  @Serial
  private Object readResolve() throws InvalidObjectException {
    return Axes.named(key)
        .orElseThrow(() -> new InvalidObjectException("no hyperparameter is called " + key));
  }
}
