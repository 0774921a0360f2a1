package dev.sieve.driver.conf;

import static dev.sieve.Checks.check;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import dev.sieve.space.Domain;
import dev.sieve.space.HalfCycle;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * How domains are written: a plain list of values, a single value, or an object with one key that
 * names the kind of domain.
 */
final class DomainFormats {
  private static final String CHOICE = "choice";
  private static final String LOG_UNIFORM = "log-uniform";
  private static final String UNIFORM = "uniform";
  private static final String INTEGER = "integer";

  private DomainFormats() {}

  static Format<Domain<Double>> ofNumbers(Format<Double> values) {
    return format(
        values,
        new TreeMap<>(Map.of(LOG_UNIFORM, Domain.LogUniform::new, UNIFORM, Domain.Uniform::new)));
  }

  static Format<Domain<Integer>> ofIntegers(Format<Integer> values) {
    return format(values, new TreeMap<>(Map.of(INTEGER, Domain.IntegerRange::new)));
  }

  static Format<Domain<HalfCycle>> ofHalfCycles(Format<HalfCycle> values) {
    return format(values, new TreeMap<>(Map.of(INTEGER, DomainFormats::halfCycles)));
  }

  private static Domain<HalfCycle> halfCycles(HalfCycle low, HalfCycle high) {
    check(
        low.unit() == HalfCycle.Unit.UPDATES && high.unit() == HalfCycle.Unit.UPDATES,
        "must be between two numbers of updates, but was %s to %s",
        low.text(),
        high.text());
    return new Domain.HalfCycles(new Domain.IntegerRange(low.count(), high.count()));
  }

  static <T> Format<Domain<T>> ofChoices(Format<T> values) {
    return format(values, new TreeMap<>());
  }

  /**
   * As {@link #ofChoices}, but says what is wrong with {@code [50]}, which could mean two things.
   */
  static Format<Domain<List<Integer>>> ofHidden(Format<List<Integer>> values) {
    Format<Domain<List<Integer>>> choices = ofChoices(values);
    return new Format<>(
        value -> {
          check(
              !(value instanceof ConfigList list)
                  || list.stream().noneMatch(v -> v.valueType() == ConfigValueType.NUMBER),
              "must list networks, each as the list of its widths: [[50]] is one, [[50], [100]] are"
                  + " two, but was %s",
              Entry.shown(value));
          return choices.read(value);
        },
        choices.writing());
  }

  private static <T> Format<Domain<T>> format(
      Format<T> values, SortedMap<String, BiFunction<T, T, Domain<T>>> ranges) {
    return new Format<>(value -> read(value, values, ranges), domain -> write(domain, values));
  }

  private static <T> Domain<T> read(
      ConfigValue value, Format<T> values, SortedMap<String, BiFunction<T, T, Domain<T>>> ranges) {
    if (value instanceof ConfigList list) {
      return choice(list, values);
    }
    if (!(value instanceof ConfigObject object)) {
      return Domain.fixed(values.read(value));
    }
    if (object.size() == 1) {
      Map.Entry<String, ConfigValue> only = object.entrySet().iterator().next();
      if (only.getKey().equals(CHOICE) && only.getValue() instanceof ConfigList list) {
        return choice(list, values);
      }
      if (ranges.containsKey(only.getKey())) {
        return range(only.getValue(), values, ranges.get(only.getKey()));
      }
    }
    return single(object, values, ranges);
  }

  /** Reads an object that may be a value itself, such as {@code { gaussian = 0.01 }}. */
  private static <T> Domain<T> single(
      ConfigObject object, Format<T> values, SortedMap<String, ?> ranges) {
    try {
      return Domain.fixed(values.read(object));
    } catch (IllegalArgumentException e) {
      StringBuilder kinds = new StringBuilder();
      ranges.keySet().forEach(kind -> kinds.append("{ " + kind + " = [low, high] }, "));
      throw new IllegalArgumentException(
          "must be a value, a list of values, "
              + kinds
              + "or { choice = [values] }, but was "
              + Entry.shown(object),
          e);
    }
  }

  private static <T> Domain<T> choice(ConfigList list, Format<T> values) {
    List<T> read = list.stream().map(values::read).toList();
    check(
        new HashSet<>(read).size() == read.size(),
        "must list each value once, but was %s",
        Entry.shown(list));
    return new Domain.Choice<>(read);
  }

  private static <T> Domain<T> range(
      ConfigValue ends, Format<T> values, BiFunction<T, T, Domain<T>> kind) {
    check(
        ends instanceof ConfigList list && list.size() == 2,
        "must have two ends, [low, high], but was %s",
        Entry.shown(ends));
    ConfigList list = (ConfigList) ends;
    return kind.apply(values.read(list.get(0)), values.read(list.get(1)));
  }

  private static Object write(Domain<?> domain, Format<?> values) {
    if (domain instanceof Domain.LogUniform range) {
      return Map.of(LOG_UNIFORM, List.of(range.low(), range.high()));
    }
    if (domain instanceof Domain.Uniform range) {
      return Map.of(UNIFORM, List.of(range.low(), range.high()));
    }
    if (domain instanceof Domain.HalfCycles halfCycles) {
      return write(halfCycles.updates(), values);
    }
    if (domain instanceof Domain.IntegerRange range) {
      return Map.of(INTEGER, List.of(range.low(), range.high()));
    }
    return written((Domain.Choice<?>) domain, values);
  }

  @SuppressWarnings("unchecked") // a domain is written by the format that its values were read by
  private static <T> Object written(Domain.Choice<?> choice, Format<T> values) {
    return choice.values().stream().map(value -> values.write((T) value)).toList();
  }
}
