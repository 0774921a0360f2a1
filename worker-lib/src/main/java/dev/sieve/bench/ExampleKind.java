package dev.sieve.bench;

import static dev.sieve.Checks.check;

import dev.sieve.data.ImageShape;

/**
 * The examples of a measurement: random ones, as large as those of a search.
 *
 * @param inputs values of one example, d
 * @param bytes whether they are bytes; floats otherwise
 * @param shape of each example where they are images; null otherwise
 */
public record ExampleKind(int inputs, boolean bytes, ImageShape shape, int classes) {
  public ExampleKind {
    check(inputs >= 1, "inputs must be >= 1, but were %d", inputs);
    check(classes >= 2, "classes must be >= 2, but were %d", classes);
  }

  /** Returns the bytes that an example takes. */
  public long size() {
    return (bytes ? Byte.BYTES : Float.BYTES) * (long) inputs;
  }
}
