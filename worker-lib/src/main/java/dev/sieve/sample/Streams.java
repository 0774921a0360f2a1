package dev.sieve.sample;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
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
    return ByteBuffer.wrap(sha256(text)).getLong();
  }

  /** Returns a fresh generator at the start of the stream that {@link #seed} names. */
  public static RandomStream of(long searchSeed, String purpose, Object... parts) {
    return new RandomStream(seed(searchSeed, purpose, parts));
  }

  /**
   * Returns the first {@code bytes} bytes of the SHA-256 of {@code texts}, joined by newlines, in
   * hexadecimal.
   */
  public static String hash(List<String> texts, int bytes) {
    byte[] digest = sha256(String.join("\n", texts));
    StringBuilder hex = new StringBuilder(2 * bytes);
    for (int i = 0; i < bytes; i++) {
      hex.append(Character.forDigit((digest[i] >> 4) & 15, 16));
      hex.append(Character.forDigit(digest[i] & 15, 16));
    }
    return hex.toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-256", e);
    }
  }
}
