package dev.sieve.driver.conf.read;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;

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

  /** Returns the value in strings, numbers, booleans, lists and maps. */
  Object plain() {
    return value.unwrapped();
  }

  /** Returns the last part of the key. */
  String name() {
    return key.substring(key.lastIndexOf('.') + 1);
  }
}
