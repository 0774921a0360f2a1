package dev.sieve.format;

import static dev.sieve.Checks.require;

import dev.sieve.InvalidValueException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How plain values are written: numbers, words and names. */
public final class Formats {
  /** What HOCON takes for a number; Java would take {@code 1d} too. */
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private static final Pattern DIGITS = Pattern.compile("[+-]?\\d+");

  /** Beyond it a double no longer tells integers apart. */
  private static final double LARGEST_EXACT = 1L << 53;

  public static final Format<Double> NUMBER = new Format<>(Formats::number, value -> value);
  public static final Format<Long> LONG = new Format<>(Formats::integer, value -> value);
  public static final Format<Integer> INTEGER = new Format<>(Formats::smallInteger, value -> value);
  public static final Format<Boolean> FLAG = new Format<>(Formats::flag, value -> value);
  public static final Format<String> TEXT = new Format<>(Formats::text, value -> value);
  public static final Format<List<String>> NAMES = new Format<>(Formats::names, value -> value);

  public static final Format<List<Integer>> INTEGERS =
      new Format<>(Formats::smallIntegers, value -> value);

  /** A number, or two with a bar between them, {@code 1/3}. */
  public static final Format<Double> FRACTION = new Format<>(Formats::fraction, value -> value);

  private Formats() {}

  /** Returns the format of a choice of words. */
  public static <T> Format<T> words(List<T> values, Function<T, String> word) {
    Map<String, T> known = values.stream().collect(Collectors.toMap(word, Function.identity()));
    String rule = "must be one of " + values.stream().map(word).collect(Collectors.joining(", "));
    return new Format<>(
        plain -> {
          T meant = isScalar(plain) ? known.get(plain.toString()) : null;
          require(meant != null, "", rule, plain);
          return meant;
        },
        word::apply);
  }

  /** As {@link #words(List, Function)}, of an enum's constants. */
  public static <T> Format<T> words(T[] values, Function<T, String> word) {
    return words(Arrays.asList(values), word);
  }

  /** Returns whether {@code plain} is a string, a number or a boolean. */
  public static boolean isScalar(Object plain) {
    return plain instanceof String || plain instanceof Number || plain instanceof Boolean;
  }

  private static double number(Object plain) {
    if (plain instanceof Number number) {
      return number.doubleValue();
    }
    // A substituted environment variable is text.
    String text = plain instanceof String string ? string : "";
    require(DECIMAL.matcher(text).matches(), "", "must be a number", plain);
    return Double.parseDouble(text);
  }

  private static long integer(Object plain) {
    if (plain instanceof Integer || plain instanceof Long) {
      return ((Number) plain).longValue();
    }
    try {
      if (plain instanceof String text && DIGITS.matcher(text).matches()) {
        return Long.parseLong(text);
      }
      double number = number(plain); // 1e3 is an integer, also as text
      require(number == Math.rint(number) && Math.abs(number) <= LARGEST_EXACT, "", "", plain);
      return (long) number;
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException("", "must be an integer", plain);
    }
  }

  private static int smallInteger(Object plain) {
    long integer = integer(plain);
    require(
        integer == (int) integer, "", "must be an integer of at most " + Integer.MAX_VALUE, plain);
    return (int) integer;
  }

  private static List<Integer> smallIntegers(Object plain) {
    require(plain instanceof List, "", "must be a list of integers", plain);
    return ((List<?>) plain).stream().map(Formats::smallInteger).toList();
  }

  private static double fraction(Object plain) {
    String[] parts = plain instanceof String text ? text.split("/", -1) : new String[0];
    return parts.length == 2 ? number(parts[0].strip()) / number(parts[1].strip()) : number(plain);
  }

  private static boolean flag(Object plain) {
    boolean known = isScalar(plain) && List.of("true", "false").contains(plain.toString());
    require(known, "", "must be true or false", plain);
    return plain.toString().equals("true");
  }

  private static String text(Object plain) {
    require(isScalar(plain), "", "must be text", plain);
    return plain.toString();
  }

  private static List<String> names(Object plain) {
    boolean listed = plain instanceof List<?> list && list.stream().allMatch(Formats::isScalar);
    require(listed, "", "must be a list of names", plain);
    List<String> names = ((List<?>) plain).stream().map(Object::toString).toList();
    require(new HashSet<>(names).size() == names.size(), "", "must name each once", plain);
    return names;
  }
}
