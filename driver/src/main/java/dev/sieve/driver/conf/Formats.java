package dev.sieve.driver.conf;

import static dev.sieve.Checks.check;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import dev.sieve.data.Selection;
import dev.sieve.space.HalfCycle;
import dev.sieve.space.Initialization;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The formats of all values but domains. */
final class Formats {
  private static final String NONE = "none";
  private static final String TIME_KEY = "time";
  private static final String EPOCH = "epoch";
  private static final String XAVIER = "xavier";
  private static final String HE = "he";
  private static final String GAUSSIAN = "gaussian";
  private static final String UNIFORM = "uniform";

  /** What HOCON takes for a number; Java would take {@code 1d} too. */
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  /** Beyond it a double no longer tells integers apart. */
  private static final double LARGEST_EXACT = 1L << 53;

  /** So many epochs of updates: n training images, in batches. */
  private static final Pattern EPOCHS =
      Pattern.compile("([1-9]\\d{0,5}) ?\\* ?floor\\(n ?/ ?batch\\)");

  static final Format<Double> NUMBER = new Format<>(Formats::number, value -> value);
  static final Format<Long> LONG = new Format<>(Formats::integer, value -> value);
  static final Format<Integer> INTEGER = new Format<>(Formats::smallInteger, value -> value);
  static final Format<Boolean> FLAG = new Format<>(Formats::flag, value -> value);
  static final Format<String> TEXT = new Format<>(Formats::text, value -> value);
  static final Format<List<String>> NAMES = new Format<>(Formats::names, value -> value);

  /** Hidden layers: a list of widths, input side first, or the word {@code none}. */
  static final Format<List<Integer>> HIDDEN = new Format<>(Formats::hidden, value -> value);

  static final Format<Initialization> INITIALIZATION =
      new Format<>(Formats::initialization, Formats::written);

  /** A number of updates, or {@code 2*floor(n/batch)}, two epochs of them. */
  static final Format<HalfCycle> HALF_CYCLE = new Format<>(Formats::halfCycle, Formats::written);

  /** Updates between two points of the curve, or the word {@code epoch}, which is 0. */
  static final Format<Integer> INTERVAL =
      new Format<>(Formats::interval, value -> value == 0 ? EPOCH : value);

  static final Format<Selection> SELECTION = new Format<>(Formats::selection, Formats::written);

  /** A time with its unit, {@code 90 s} or {@code 2 hours}, or the word {@code none}. */
  static final Format<Duration> TIME = new Format<>(Formats::time, Formats::written);

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

  private static boolean isScalar(ConfigValue value) {
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

  private static List<Integer> hidden(ConfigValue value) {
    if (NONE.equals(value.unwrapped())) {
      return List.of();
    }
    if (!(value instanceof ConfigList list)) {
      throw refused("must be a list of widths, such as [50], or the word none", value);
    }
    return list.stream().map(INTEGER::read).toList();
  }

  private static Initialization initialization(ConfigValue value) {
    if (XAVIER.equals(value.unwrapped())) {
      return new Initialization.Xavier();
    }
    if (HE.equals(value.unwrapped())) {
      return new Initialization.He();
    }
    if (value instanceof ConfigObject object && object.keySet().equals(Set.of(GAUSSIAN))) {
      return new Initialization.Gaussian(number(object.get(GAUSSIAN)));
    }
    if (value instanceof ConfigObject object
        && object.get(UNIFORM) instanceof ConfigList ends
        && object.size() == 1
        && ends.size() == 2) {
      return new Initialization.Uniform(number(ends.get(0)), number(ends.get(1)));
    }
    throw refused(
        "must be xavier, he, { gaussian = standard deviation } or { uniform = [low, high] }",
        value);
  }

  private static Object written(Initialization initialization) {
    if (initialization instanceof Initialization.Gaussian gaussian) {
      return Map.of(GAUSSIAN, gaussian.sigma());
    }
    return initialization instanceof Initialization.Uniform uniform
        ? Map.of(UNIFORM, List.of(uniform.low(), uniform.high()))
        : initialization.text();
  }

  private static HalfCycle halfCycle(ConfigValue value) {
    Matcher epochs = EPOCHS.matcher(String.valueOf(value.unwrapped()));
    if (epochs.matches()) {
      return HalfCycle.ofEpochs(Integer.parseInt(epochs.group(1)));
    }
    try {
      return HalfCycle.ofUpdates(smallInteger(value));
    } catch (IllegalArgumentException e) {
      throw refused("must be a number of updates >= 1, or \"2*floor(n/batch)\"", value);
    }
  }

  private static Object written(HalfCycle halfCycle) {
    return halfCycle.unit() == HalfCycle.Unit.UPDATES ? halfCycle.count() : halfCycle.text();
  }

  private static int interval(ConfigValue value) {
    if (EPOCH.equals(value.unwrapped())) {
      return 0;
    }
    try {
      int updates = smallInteger(value);
      check(updates >= 1, "too few");
      return updates;
    } catch (IllegalArgumentException e) {
      throw refused("must be the word epoch, or a number of updates >= 1", value);
    }
  }

  private static Duration time(ConfigValue value) {
    if (NONE.equals(value.unwrapped())) {
      return Limits.NONE;
    }
    try {
      check(value.valueType() == ConfigValueType.STRING, "a time without a unit");
      return value.atKey(TIME_KEY).getDuration(TIME_KEY);
    } catch (ConfigException | IllegalArgumentException e) {
      throw refused(
          "must be a time with its unit, such as 90 s or 2 hours, or the word none", value);
    }
  }

  private static Object written(Duration time) {
    return time.equals(Limits.NONE) ? NONE : time.toNanos() + " ns";
  }

  private static Selection selection(ConfigValue value) {
    if (value.valueType() == ConfigValueType.LIST) {
      return new Selection.Files(names(value));
    }
    if (!isScalar(value)) {
      throw refused("must be a number of images or a list of file names", value);
    }
    return new Selection.Count(smallInteger(value));
  }

  private static Object written(Selection selection) {
    return selection instanceof Selection.Files files
        ? files.names()
        : ((Selection.Count) selection).images();
  }

  private static IllegalArgumentException refused(String rule, ConfigValue value) {
    return new IllegalArgumentException(rule + ", but was " + Entry.shown(value));
  }
}
