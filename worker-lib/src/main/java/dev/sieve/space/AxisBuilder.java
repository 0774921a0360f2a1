package dev.sieve.space;

import dev.sieve.Rule;
import dev.sieve.format.ColumnType;
import dev.sieve.format.Format;
import dev.sieve.format.Formats;
import dev.sieve.format.Numbers;
import dev.sieve.schedule.Horizon;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** How a hyperparameter is declared, property by property; see the methods of {@link Axis}. */
final class AxisBuilder<T> {
  final String key;
  final int coordinate;
  String name;
  private final Format<T> format;
  Consumer<T> check = value -> {};
  String title;
  String symbol = "";
  String unit = "";
  boolean numeric;
  boolean shared;
  boolean ofImages;
  boolean ofPixels;
  Predicate<AxisValues> applies = values -> true;
  T neutral;
  final List<Function<Axis<T>, AxisColumn>> columns = new ArrayList<>();
  Function<T, String> shown = String::valueOf;
  Function<T, String> exact = String::valueOf;
  Function<Hyperparameters, String> identity;
  private final Map<String, BiFunction<T, T, Domain<T>>> kinds = new TreeMap<>();
  private Function<Format<Domain<T>>, Format<Domain<T>>> guard = domains -> domains;

  private AxisBuilder(String key, int coordinate, Format<T> format) {
    this.key = key;
    this.name = key.substring(key.lastIndexOf('.') + 1);
    this.coordinate = coordinate;
    this.format = format;
  }

  /** Declares real numbers; a domain may be a range of them, on either scale. */
  static AxisBuilder<Double> number(String key, int coordinate) {
    AxisBuilder<Double> builder = of(key, coordinate, Formats.NUMBER);
    builder.numeric = true;
    builder.shown = Numbers::shown;
    return builder
        .kind(Domain.LogUniform.KIND, Domain.LogUniform::new)
        .kind(Domain.Uniform.KIND, Domain.Uniform::new);
  }

  /** Declares whole numbers; a domain may be a range of them. */
  static AxisBuilder<Integer> integer(String key, int coordinate) {
    AxisBuilder<Integer> builder = of(key, coordinate, Formats.INTEGER);
    builder.numeric = true;
    return builder.kind(Domain.IntegerRange.KIND, Domain.IntegerRange::new);
  }

  /** Declares values of any type; a domain is a list of them, unless {@link #kind} says more. */
  static <T> AxisBuilder<T> of(String key, int coordinate, Format<T> format) {
    return new AxisBuilder<>(key, coordinate, format);
  }

  /** Says what people call it, where that is not the last part of the key. */
  AxisBuilder<T> name(String text) {
    name = text;
    return this;
  }

  AxisBuilder<T> title(String text) {
    title = text;
    return this;
  }

  AxisBuilder<T> symbol(String letter) {
    symbol = letter;
    return this;
  }

  AxisBuilder<T> unit(String name) {
    unit = name;
    return this;
  }

  /** Refuses values that do not obey {@code rule}. */
  AxisBuilder<T> rule(Rule<T> rule) {
    check = check.andThen(value -> rule.require(name, value));
    return this;
  }

  /** Adds a kind of range that a domain may be: {@code { name = [low, high] }}. */
  AxisBuilder<T> kind(String name, BiFunction<T, T, Domain<T>> range) {
    kinds.put(name, range);
    return this;
  }

  /** Looks at domains, as they are written, before they are read. */
  AxisBuilder<T> guarded(Function<Format<Domain<T>>, Format<Domain<T>>> looking) {
    guard = looking;
    return this;
  }

  /** Says that its values, or what their columns show, are numbers. */
  AxisBuilder<T> numeric() {
    numeric = true;
    return this;
  }

  AxisBuilder<T> sharedByPacks() {
    shared = true;
    return this;
  }

  /** Says that only images can be put through it. */
  AxisBuilder<T> ofImages() {
    ofImages = true;
    return this;
  }

  /** Says that it changes single inputs: principal components cannot be put through it. */
  AxisBuilder<T> ofPixels() {
    ofPixels = true;
    return this;
  }

  AxisBuilder<T> appliesWhere(Predicate<AxisValues> condition) {
    applies = condition;
    return this;
  }

  AxisBuilder<T> neutral(T value) {
    neutral = value;
    return this;
  }

  AxisBuilder<T> shown(Function<T, String> text) {
    shown = text;
    return this;
  }

  AxisBuilder<T> exact(Function<T, String> text) {
    exact = text;
    return this;
  }

  /** Says what it adds to the text behind a configuration's id, other than {@code key=value}. */
  AxisBuilder<T> identity(Function<Hyperparameters, String> text) {
    identity = text;
    return this;
  }

  /** Adds nothing to the text behind a configuration's id: another axis speaks for this one. */
  AxisBuilder<T> identityElsewhere() {
    return identity(chosen -> "");
  }

  /** Adds a column whose cells are those of {@code cell}. */
  AxisBuilder<T> column(
      String header, ColumnType type, String doc, BiFunction<Candidate, Horizon, Object> cell) {
    columns.add(axis -> new AxisColumn(header, type, doc, cell));
    return this;
  }

  /** Adds a column whose cells follow from the hyperparameters. */
  AxisBuilder<T> column(
      String header, ColumnType type, String doc, Function<Hyperparameters, Object> cell) {
    return column(
        header, type, doc, (candidate, horizon) -> cell.apply(candidate.hyperparameters()));
  }

  /** Adds a column of the key's own name whose cells are the values, or null. */
  AxisBuilder<T> column(ColumnType type, String doc) {
    String header = name.replace('-', '_');
    columns.add(
        axis -> new AxisColumn(header, type, doc, (candidate, horizon) -> candidate.get(axis)));
    return this;
  }

  Axis<T> declared() {
    return new Axis<>(this);
  }

  Format<T> format() {
    return format.obeying(check);
  }

  Format<Domain<T>> domains() {
    return guard.apply(DomainFormat.of(format(), kinds));
  }
}
