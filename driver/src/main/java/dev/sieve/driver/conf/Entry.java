package dev.sieve.driver.conf;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;

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

  static String shown(ConfigValue value) {
    String text = value.render(ConfigRenderOptions.concise());
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /** Returns the last part of the key. */
  String name() {
    return key.substring(key.lastIndexOf('.') + 1);
  }
}
