package dev.sieve.sample;

import dev.sieve.Digest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Derives the seed of every random stream from the search's seed and what the stream is for. No
 * stream depends on the clock, a partition, the order of tasks or a trial's number, so a trial
 * draws the same numbers wherever and whenever it runs.
 */
public final class Streams {
  private Streams() {}

  /**
   * Returns the seed of the stream of {@code purpose}: the first 64 bits of the SHA-256 of {@code
   * seed/purpose/part/part…}. Streams whose texts differ are independent for all practical
   * purposes.
   *
   * @param parts what tells this stream from others of its purpose (repeat, epoch, configuration);
   *     their texts may not contain a slash
   */
  public static long seed(long searchSeed, String purpose, Object... parts) {
    String text =
        searchSeed
            + "/"
            + purpose
            + Arrays.stream(parts).map(part -> "/" + part).collect(Collectors.joining());
    return ByteBuffer.wrap(Digest.sha256(text)).getLong();
  }

  /** Returns a fresh generator at the start of the stream that {@link #seed} names. */
  public static RandomStream of(long searchSeed, String purpose, Object... parts) {
    return new RandomStream(seed(searchSeed, purpose, parts));
  }
}
