package dev.sieve.driver.conf.read;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A key of a conf and what stands there.
 *
 * @param key full path of the place where the value was written
 */
record Entry(String key, ConfigValue value) {
  private static final int LONGEST = 100;

  /** Returns the value as messages show it: on one line, and not too much of it. */
  String shown() {
    return shown(value);
  }

  /** Returns {@code plain}, a part of a value, likewise. */
  static String shown(Object plain) {
    return shown(ConfigValueFactory.fromAnyRef(plain));
  }

  private static String shown(ConfigValue value) {
    String text = value.render(ConfigRenderOptions.concise());
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /**
   * Returns the value in strings, numbers, booleans, lists and maps. A key of a map that has null
   * is as if it were not there.
   */
  Object plain() {
    return withoutNulls(value.unwrapped());
  }

  private static Object withoutNulls(Object plain) {
    if (plain instanceof List<?> list) {
      return list.stream().map(Entry::withoutNulls).collect(Collectors.toList()); // may hold null
    }
    if (!(plain instanceof Map<?, ?> map)) {
      return plain;
    }
    Map<Object, Object> kept = new LinkedHashMap<>();
    map.forEach(
        (key, inner) -> {
          if (inner != null) {
            kept.put(key, withoutNulls(inner));
          }
        });
    return kept;
  }

  /** Returns whether the command line alone says it, and no file. */
  boolean isSetting() {
    return value.origin().description().equals(Source.SETTING);
  }

  /** Returns the last part of the key. */
  String name() {
    return key.substring(key.lastIndexOf('.') + 1);
  }
}
