package dev.sieve.data.source;

import dev.sieve.Texts;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * The memory that examples take at least, as far as it is known before they are read.
 *
 * @param examples how many
 * @param width values of each
 * @param bytesOfValue 1 for bytes, 4 for floats
 */
public record LeastSize(long examples, long width, int bytesOfValue) implements Serializable {
  private static final double MEGABYTE = 1 << 20;

  /** Returns that of all {@code parts} together; empty where these have no values. */
  public static Optional<LeastSize> sum(List<LeastSize> parts) {
    long examples = parts.stream().mapToLong(LeastSize::examples).sum();
    long width = parts.stream().mapToLong(LeastSize::width).max().orElse(0);
    int bytes = parts.stream().mapToInt(LeastSize::bytesOfValue).max().orElse(Byte.BYTES);
    return examples == 0 || width == 0
        ? Optional.empty()
        : Optional.of(new LeastSize(examples, width, bytes));
  }

  /** Returns the size in bytes; not exact beyond 2⁵³. */
  public double bytes() {
    return (double) examples * width * bytesOfValue;
  }

  /** Returns {@code 70,000 examples × 784 bytes = 52 MB}. */
  @Override
  public String toString() {
    return Texts.format(
        "%,d examples × %,d %s = %,.0f MB",
        examples,
        width,
        bytesOfValue == Byte.BYTES ? "bytes" : "floats of 4 bytes",
        bytes() / MEGABYTE);
  }
}
