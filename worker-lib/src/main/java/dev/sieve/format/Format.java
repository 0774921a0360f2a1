package dev.sieve.format;

import dev.sieve.Rule;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How values of one type are written in plain values: strings, numbers, booleans, lists and maps,
 * which is what HOCON and JSON have in common.
 *
 * @param reading returns the value that a plain one stands for, or throws {@link
 *     dev.sieve.InvalidValueException}
 * @param writing returns the value's canonical form: {@code 1e-1} and {@code 0.1} are written alike
 */
public record Format<T>(Function<Object, T> reading, Function<T, Object> writing) {

  /**
   * Returns the value that {@code plain} stands for.
   *
   * @throws dev.sieve.InvalidValueException where it stands for none
   */
  public T read(Object plain) {
    return reading.apply(plain);
  }

  /** Returns the canonical form of {@code value}. */
  public Object write(T value) {
    return writing.apply(value);
  }

  /** Returns this format for the values alone that obey {@code rule}. */
  public Format<T> obeying(Rule<T> rule) {
    return obeying(value -> rule.require("", value));
  }

  /** Returns this format for the values alone that {@code rule} does not throw at. */
  public Format<T> obeying(Consumer<T> rule) {
    return new Format<>(
        plain -> {
          T read = reading.apply(plain);
          rule.accept(read);
          return read;
        },
        writing);
  }
}
