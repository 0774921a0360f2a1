package dev.sieve.driver.conf;

import static dev.sieve.Checks.check;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How plain values are written: numbers, words and names. */
final class Formats {
  /** The word for nothing, where a list or a number stands otherwise. */
  static final String NONE = "none";

  /** What HOCON takes for a number; Java would take {@code 1d} too. */
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  /** Beyond it a double no longer tells integers apart. */
  private static final double LARGEST_EXACT = 1L << 53;

  static final Format<Double> NUMBER = new Format<>(Formats::number, value -> value);
  static final Format<Long> LONG = new Format<>(Formats::integer, value -> value);
  static final Format<Integer> INTEGER = new Format<>(Formats::smallInteger, value -> value);
  static final Format<Boolean> FLAG = new Format<>(Formats::flag, value -> value);
  static final Format<String> TEXT = new Format<>(Formats::text, value -> value);
  static final Format<List<String>> NAMES = new Format<>(Formats::names, value -> value);

  private Formats() {}

  /** Returns the format of a choice of words. */
  static <T> Format<T> words(T[] values, Function<T, String> word) {
    Map<String, T> known =
        Arrays.stream(values).collect(Collectors.toMap(word, Function.identity()));
    String rule = Arrays.stream(values).map(word).collect(Collectors.joining(", "));
    return new Format<>(
        value -> {
          T meant = isScalar(value) ? known.get(value.unwrapped().toString()) : null;
          check(meant != null, "must be one of %s, but was %s", rule, Entry.shown(value));
          return meant;
        },
        word::apply);
  }

  static boolean isScalar(ConfigValue value) {
    return value.valueType() != ConfigValueType.LIST
        && value.valueType() != ConfigValueType.OBJECT
        && value.valueType() != ConfigValueType.NULL;
  }

  private static double number(ConfigValue value) {
    if (value.valueType() == ConfigValueType.NUMBER) {
      return ((Number) value.unwrapped()).doubleValue();
    }
    // A substituted environment variable is text.
    String text = value.valueType() == ConfigValueType.STRING ? value.unwrapped().toString() : "";
    if (!DECIMAL.matcher(text).matches()) {
      throw refused("must be a number", value);
    }
    return Double.parseDouble(text);
  }

  private static long integer(ConfigValue value) {
    if (value.unwrapped() instanceof Integer || value.unwrapped() instanceof Long) {
      return ((Number) value.unwrapped()).longValue();
    }
    try {
      if (value.valueType() == ConfigValueType.STRING) {
        return Long.parseLong(value.unwrapped().toString());
      }
      double number = number(value);
      check(number == Math.rint(number) && Math.abs(number) <= LARGEST_EXACT, "no integer");
      return (long) number;
    } catch (IllegalArgumentException e) {
      throw refused("must be an integer", value);
    }
  }

  private static int smallInteger(ConfigValue value) {
    long integer = integer(value);
    if (integer != (int) integer) {
      throw refused("must be an integer of at most " + Integer.MAX_VALUE, value);
    }
    return (int) integer;
  }

  private static boolean flag(ConfigValue value) {
    if (isScalar(value) && List.of("true", "false").contains(value.unwrapped().toString())) {
      return value.unwrapped().toString().equals("true");
    }
    throw refused("must be true or false", value);
  }

  private static String text(ConfigValue value) {
    if (!isScalar(value)) {
      throw refused("must be text", value);
    }
    return value.unwrapped().toString();
  }

  private static List<String> names(ConfigValue value) {
    if (!(value instanceof ConfigList list) || !list.stream().allMatch(Formats::isScalar)) {
      throw refused("must be a list of names", value);
    }
    List<String> names = list.stream().map(Formats::text).toList();
    check(
        new HashSet<>(names).size() == names.size(),
        "must name each once, but was %s",
        Entry.shown(value));
    return names;
  }

  /** Returns what is thrown at {@code value}, which breaks {@code rule}. */
  static IllegalArgumentException refused(String rule, ConfigValue value) {
    return new IllegalArgumentException(rule + ", but was " + Entry.shown(value));
  }
}
