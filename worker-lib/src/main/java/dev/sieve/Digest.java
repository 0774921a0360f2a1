package dev.sieve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names for values: the first digits of their SHA-256. */
public final class Digest {
  private Digest() {}

  /** Returns the first {@code bytes} bytes of that of {@code texts}, joined by newlines, in hex. */
  public static String of(List<String> texts, int bytes) {
    return HexFormat.of().formatHex(sha256(String.join("\n", texts)), 0, bytes);
  }

  /** Returns the 32 bytes of that of {@code text} in UTF-8. */
  public static byte[] sha256(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return sha256(bytes, 0, bytes.length);
  }

  /** Returns the 32 bytes of that of {@code length} bytes from {@code from} on. */
  public static byte[] sha256(byte[] bytes, int from, int length) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(bytes, from, length);
      return sha.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-256", e);
    }
  }
}
