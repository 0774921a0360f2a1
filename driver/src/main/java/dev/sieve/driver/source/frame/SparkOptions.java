package dev.sieve.driver.source.frame;

import static dev.sieve.Checks.require;

import java.util.Map;
import java.util.TreeMap;

/** Options of a format, by their names: {@code { header = true, "a.b" = 1 }}. */
final class SparkOptions {
  private SparkOptions() {}

  /** Returns the values as text; an option of an option is one whose name has a dot. */
  static Map<String, String> read(Object plain) {
    require(plain instanceof Map, "", "must be a section of options, { name = value }", plain);
    Map<String, String> options = new TreeMap<>();
    add("", (Map<?, ?>) plain, options);
    return options;
  }

  private static void add(String before, Map<?, ?> section, Map<String, String> options) {
    section.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> inner) {
            add(before + name + ".", inner, options);
          } else {
            options.put(before + name, String.valueOf(value));
          }
        });
  }
}
