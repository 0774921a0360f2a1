package dev.sieve.data;

import dev.sieve.Digest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What tells one data set from another, wherever it was read from.
 *
 * <p>The SHA-256 of a text: a line for the shape, then for the pool and for the test images a line
 * with their number and one line each with the SHA-256 of every 2²⁰ bytes of pixels, and of labels.
 * Its blocks are hashed in parallel. Names of files have no part in it.
 */
public final class Fingerprint {
  private static final int BLOCK = 1 << 20;

  private Fingerprint() {}

  /** Returns 64 hexadecimal digits. */
  public static String of(DataSet images) {
    Shape shape = images.train().shape();
    List<String> lines = new ArrayList<>();
    lines.add(
        shape.height() + " " + shape.width() + " " + shape.channels() + " " + shape.classes());
    append(lines, "train", images.train());
    append(lines, "test", images.test());
    return Digest.of(lines, 32);
  }

  private static void append(List<String> lines, String name, Images images) {
    lines.add(name + " " + images.count());
    lines.addAll(blocks(images.pixels()));
    lines.addAll(blocks(images.labels()));
  }

  private static List<String> blocks(byte[] bytes) {
    int count = Math.toIntExact(((long) bytes.length + BLOCK - 1) / BLOCK);
    return IntStream.range(0, count).parallel().mapToObj(i -> hash(bytes, i * BLOCK)).toList();
  }

  private static String hash(byte[] bytes, int from) {
    int length = Math.min(BLOCK, bytes.length - from);
    return HexFormat.of().formatHex(Digest.sha256(bytes, from, length));
  }
}
