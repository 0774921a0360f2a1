package dev.sieve.data.source;

import dev.sieve.Texts;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * The memory that examples take at least, as far as it is known before they are read.
 *
 * @param examples how many
 * @param width values of each; 0 where only reading tells
 * @param bytesOfValue 1 for bytes, 4 for floats
 * @param readAtOnce bytes of a file that are in memory at once besides, while it is read
 */
public record LeastSize(long examples, long width, int bytesOfValue, long readAtOnce)
    implements Serializable {
  private static final double MEGABYTE = 1 << 20;

  /** Of files that are read row by row. */
  public LeastSize(long examples, long width, int bytesOfValue) {
    this(examples, width, bytesOfValue, 0);
  }

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

  /**
   * Returns the bytes at the peak: what is read at once, or two copies, beside the examples
   * themselves. Spark keeps one copy in the form in which executors get them; and what its storage,
   * about half of the heap, cannot hold, tasks put together once more.
   */
  public double peak() {
    return bytes() + Math.max(2 * bytes(), (double) readAtOnce);
  }

  /** Returns what {@link #peak} is made of: {@code 3 × (70,000 examples × 784 bytes = 52 MB)}. */
  public String atPeak() {
    return readAtOnce <= 2 * bytes()
        ? Texts.format("3 × (%s)", this)
        : Texts.format("%s + %,.0f MB of a file, read at once,", this, readAtOnce / MEGABYTE);
  }

  /** Returns {@code 70,000 examples × 784 bytes = 52 MB}. */
  @Override
  public String toString() {
    if (width == 0) {
      return Texts.format("%,d examples", examples);
    }
    return Texts.format(
        "%,d examples × %,d %s = %,.0f MB",
        examples,
        width,
        bytesOfValue == Byte.BYTES ? "bytes" : "floats of 4 bytes",
        bytes() / MEGABYTE);
  }
}
