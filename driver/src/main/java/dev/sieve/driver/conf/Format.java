package dev.sieve.driver.conf;

import com.typesafe.config.ConfigValue;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How values of one type are written in a conf.
 *
 * @param reading returns the value, or throws {@link IllegalArgumentException} with the rule and
 *     what was there
 * @param writing returns the value's canonical form, of strings, numbers, booleans, lists and maps:
 *     {@code 1e-1} and {@code 0.1} are written alike
 */
record Format<T>(Function<ConfigValue, T> reading, Function<T, Object> writing) {

  T read(ConfigValue value) {
    return reading.apply(value);
  }

  Object write(T value) {
    return writing.apply(value);
  }

  /** Returns this format for the values alone that {@code rule} does not throw at. */
  Format<T> obeying(Consumer<T> rule) {
    return new Format<>(
        value -> {
          T read = reading.apply(value);
          rule.accept(read);
          return read;
        },
        writing);
  }
}
