package dev.sieve.learned;

import static dev.sieve.Checks.require;

import dev.sieve.format.Format;
import dev.sieve.format.Formats;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the key {@code learned} is written in a conf: by the option {@code --learn-from}, and read
 * again where the search goes on.
 */
public final class LearnedFormat {
  private static final String RULE = "must be as --learn-from writes it";

  /** All that a search has learned from. */
  public static final Format<List<LearnedStage>> ALL =
      new Format<>(
          plain -> list(plain).stream().map(LearnedFormat::stage).toList(),
          stages -> stages.stream().map(LearnedFormat::written).toList());

  private LearnedFormat() {}

  private static LearnedStage stage(Object plain) {
    Map<?, ?> stage = map(plain);
    return new LearnedStage(
        Formats.TEXT.read(value(stage, "run")),
        Formats.TEXT.read(value(stage, "stage")),
        Formats.INTEGER.read(value(stage, "examples")),
        texts(value(stage, "shared")),
        list(value(stage, "configurations")).stream().map(LearnedFormat::configuration).toList());
  }

  private static LearnedConfiguration configuration(Object plain) {
    Map<?, ?> one = map(plain);
    Object worth = one.get("worth"); // without one, it diverged
    return new LearnedConfiguration(
        texts(value(one, "columns")),
        Formats.INTEGER.read(value(one, "repeats")),
        worth == null ? null : Formats.NUMBER.read(worth));
  }

  private static Map<String, String> texts(Object plain) {
    Map<String, String> texts = new LinkedHashMap<>();
    map(plain).forEach((column, text) -> texts.put(column.toString(), Formats.TEXT.read(text)));
    return texts;
  }

  private static Object value(Map<?, ?> map, String key) {
    require(map.get(key) != null, "", RULE, map);
    return map.get(key);
  }

  private static Map<?, ?> map(Object plain) {
    require(plain instanceof Map, "", RULE, plain);
    return (Map<?, ?>) plain;
  }

  private static List<?> list(Object plain) {
    require(plain instanceof List, "", RULE, plain);
    return (List<?>) plain;
  }

  private static Map<String, Object> written(LearnedStage stage) {
    Map<String, Object> written = new TreeMap<>();
    written.put("run", stage.run());
    written.put("stage", stage.stage());
    written.put("examples", stage.examples());
    written.put("shared", new TreeMap<>(stage.shared()));
    written.put(
        "configurations", stage.configurations().stream().map(LearnedFormat::written).toList());
    return written;
  }

  private static Map<String, Object> written(LearnedConfiguration one) {
    Map<String, Object> written = new TreeMap<>();
    written.put("columns", new TreeMap<>(one.columns()));
    written.put("repeats", one.repeats());
    if (one.worth() != null) {
      written.put("worth", one.worth());
    }
    return written;
  }
}
