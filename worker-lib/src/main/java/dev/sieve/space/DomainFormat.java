package dev.sieve.space;

import static dev.sieve.Checks.require;

import dev.sieve.InvalidValueException;
import dev.sieve.format.Format;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * How domains are written: a plain list of values, a single value, or a map with one key that names
 * the kind of domain.
 */
final class DomainFormat<T> {
  private static final String CHOICE = "choice";

  private final Format<T> values;
  private final Map<String, BiFunction<T, T, Domain<T>>> kinds;

  private DomainFormat(Format<T> values, Map<String, BiFunction<T, T, Domain<T>>> kinds) {
    this.values = values;
    this.kinds = new TreeMap<>(kinds);
  }

  /**
   * Returns the format of domains of {@code values}.
   *
   * @param kinds of ranges, by the name that a conf gives them
   */
  static <T> Format<Domain<T>> of(
      Format<T> values, Map<String, BiFunction<T, T, Domain<T>>> kinds) {
    DomainFormat<T> format = new DomainFormat<>(values, kinds);
    return new Format<>(format::read, format::write);
  }

  private Domain<T> read(Object plain) {
    if (plain instanceof List<?> list) {
      return choice(list);
    }
    if (!(plain instanceof Map<?, ?> map)) {
      return Domain.fixed(values.read(plain));
    }
    if (map.size() == 1) {
      Map.Entry<?, ?> only = map.entrySet().iterator().next();
      if (only.getKey().equals(CHOICE) && only.getValue() instanceof List<?> list) {
        return choice(list);
      }
      if (kinds.containsKey(only.getKey())) {
        return range(only.getValue(), kinds.get(only.getKey()));
      }
    }
    return single(map);
  }

  /** Reads a map that may be a value itself, such as {@code { gaussian = 0.01 }}. */
  private Domain<T> single(Map<?, ?> map) {
    try {
      return Domain.fixed(values.read(map));
    } catch (IllegalArgumentException e) {
      StringBuilder known = new StringBuilder();
      kinds.keySet().forEach(kind -> known.append("{ " + kind + " = [low, high] }, "));
      throw new InvalidValueException(
          "", "must be a value, a list of values, " + known + "or { choice = [values] }", map);
    }
  }

  private Domain<T> choice(List<?> list) {
    List<T> read = list.stream().<T>map(values::read).toList();
    require(new HashSet<>(read).size() == read.size(), "", "must list each value once", list);
    require(!read.isEmpty(), "", "must have at least one value", list);
    return new Domain.Choice<>(read);
  }

  private Domain<T> range(Object ends, BiFunction<T, T, Domain<T>> kind) {
    boolean two = ends instanceof List<?> list && list.size() == 2;
    require(two, "", "must have two ends, [low, high]", ends);
    List<?> list = (List<?>) ends;
    return kind.apply(values.read(list.get(0)), values.read(list.get(1)));
  }

  private Object write(Domain<T> domain) {
    List<Object> written = domain.extremes().stream().map(values::write).toList();
    return domain.kind().isEmpty() ? written : Map.of(domain.kind(), written);
  }
}
