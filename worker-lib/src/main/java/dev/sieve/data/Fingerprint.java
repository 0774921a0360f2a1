package dev.sieve.data;

import dev.sieve.Digest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What tells one data set from another, wherever it was read from.
 *
 * <p>The SHA-256 of a text: a line for the shape, then for the pool and for the test examples a
 * line with their number and one line each with the SHA-256 of every 2²⁰ bytes of values, and of
 * labels. These blocks are hashed in parallel, and are no blocks of {@link Values}. Names of files
 * have no part in it.
 *
 * <p>Of images of bytes with at most 128 classes, the line of the shape is height, width, channels
 * and classes, a label is one byte, and the names of classes have no part in it: so it was before
 * there was other data, and runs must find theirs again. Of all other data, the first lines say
 * whether values are bytes or floats, how many an example has, its shape as an image or none, and
 * the number and names of the classes; numbers are four bytes each, the lowest first.
 */
final class Fingerprint {
  private static final int BLOCK = 1 << 20;
  private static final int MOST_CLASSES = 128; // whose labels are bytes

  private Fingerprint() {}

  /** Returns 64 hexadecimal digits. */
  static String of(DataSet set) {
    boolean small =
        set.pool().values() instanceof ByteValues
            && set.shape() != null
            && set.classes() <= MOST_CLASSES;
    List<String> lines =
        new ArrayList<>(small ? List.of(shape(set.shape()) + " " + set.classes()) : head(set));
    append(lines, "train", set.pool(), small);
    append(lines, "test", set.test(), small);
    return Digest.of(lines, 32);
  }

  private static String shape(ImageShape shape) {
    return shape.height() + " " + shape.width() + " " + shape.channels();
  }

  private static List<String> head(DataSet set) {
    List<String> lines = new ArrayList<>();
    lines.add((set.pool().values() instanceof ByteValues ? "bytes " : "floats ") + set.width());
    lines.add(set.imageShape().map(shape -> "image " + shape(shape)).orElse("no image"));
    lines.add("classes " + set.classes());
    // Quoted by their lengths, so that no name can be taken for two.
    set.classNames().forEach(name -> lines.add(name.length() + " " + name));
    return lines;
  }

  private static void append(List<String> lines, String name, Examples examples, boolean small) {
    lines.add(name + " " + examples.count());
    if (examples.values() instanceof ByteValues bytes) {
      lines.addAll(hashes(bytes));
    } else {
      lines.addAll(hashes((FloatValues) examples.values()));
    }
    lines.addAll(hashes(examples.labels(), small));
  }

  /** Adds {@code length} values from the one at {@code from} on to a hash. */
  private interface Piece {
    void addTo(MessageDigest hash, long from, int length);
  }

  private static List<String> hashes(ByteValues values) {
    int width = values.width();
    return hashes(
        (long) values.count() * width,
        BLOCK,
        (hash, from, length) -> {
          long at = from;
          for (int left = length; left > 0; ) {
            int row = (int) (at / width);
            byte[] block = values.block(row);
            int start = values.at(row) + (int) (at % width);
            int part = Math.min(left, block.length - start);
            hash.update(block, start, part);
            at += part;
            left -= part;
          }
        });
  }

  private static List<String> hashes(FloatValues values) {
    int width = values.width();
    return hashes(
        (long) values.count() * width,
        BLOCK / Float.BYTES,
        (hash, from, length) -> {
          ByteBuffer bytes = buffer(length * Float.BYTES);
          for (long i = from; i < from + length; i++) {
            int row = (int) (i / width);
            bytes.putFloat(values.block(row)[values.at(row) + (int) (i % width)]);
          }
          hash.update(bytes.flip());
        });
  }

  private static List<String> hashes(Labels labels, boolean small) {
    int each = small ? 1 : Integer.BYTES;
    return hashes(
        labels.count(),
        BLOCK / each,
        (hash, from, length) -> {
          ByteBuffer bytes = buffer(length * each);
          for (int i = (int) from; i < from + length; i++) {
            if (small) {
              bytes.put((byte) labels.of(i));
            } else {
              bytes.putInt(labels.of(i));
            }
          }
          hash.update(bytes.flip());
        });
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static List<String> hashes(long count, int block, Piece piece) {
    return LongStream.range(0, (count + block - 1) / block)
        .parallel()
        .mapToObj(i -> hash(piece, i * block, (int) Math.min(block, count - i * block)))
        .toList();
  }

  private static String hash(Piece piece, long from, int length) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      piece.addTo(hash, from, length);
      return HexFormat.of().formatHex(hash.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-256", e);
    }
  }
}
