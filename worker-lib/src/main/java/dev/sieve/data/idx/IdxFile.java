package dev.sieve.data.idx;

import dev.sieve.Texts;
import dev.sieve.data.DataException;
import dev.sieve.data.source.DataFolder;
import dev.sieve.data.source.Unzipped;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One IDX file of unsigned bytes: two zeros, the type, the number of dimensions, each dimension as
 * four bytes, the highest first, then the values.
 *
 * @param name with its folder, for messages
 * @param sizes of each dimension; the first is the number of examples
 * @param bits each block but the last holds 2^bits examples
 * @param blocks the values
 */
record IdxFile(String name, List<Integer> sizes, int bits, List<byte[]> blocks) {
  private static final int BYTES = 0x08;
  private static final Map<Integer, String> OTHERS =
      Map.of(
          0x09,
          "signed bytes",
          0x0B,
          "short integers",
          0x0C,
          "integers",
          0x0D,
          "floats",
          0x0E,
          "doubles");
  private static final int MOST_DIMENSIONS = 3;

  /** Values read at once: what a header promises is believed only as far as it comes. */
  private static final int BLOCK = 1 << 22;

  IdxFile {
    sizes = List.copyOf(sizes);
    blocks = List.copyOf(blocks);
  }

  /** Returns the number of examples. */
  int count() {
    return sizes.get(0);
  }

  /** Returns the values of each example. */
  int width() {
    return width(sizes);
  }

  /** Returns the values of each example of a file with {@code sizes}. */
  static int width(List<Integer> sizes) {
    return sizes.stream().skip(1).reduce(1, Math::multiplyExact);
  }

  /**
   * Reads {@code file}, compressed or not.
   *
   * @throws DataException where it is no IDX file of bytes, or shorter or longer than it says
   */
  static IdxFile read(DataFolder folder, String file) {
    return read(folder, file, IdxFile::read);
  }

  /** Returns the dimensions that the head of {@code file} tells. */
  static List<Integer> sizes(DataFolder folder, String file) {
    return read(folder, file, (data, name, sizes) -> sizes);
  }

  /** What is made of a file behind its head. */
  private interface Body<T> {
    T read(DataInputStream data, String name, List<Integer> sizes) throws IOException;
  }

  private static <T> T read(DataFolder folder, String file, Body<T> body) {
    String name = folder.location() + "/" + file;
    try (InputStream in = Unzipped.of(folder.open(file))) {
      DataInputStream data = new DataInputStream(in);
      return body.read(data, name, sizes(data, name));
    } catch (IOException e) {
      String reason = e.getMessage() == null ? "it ends early" : e.getMessage();
      throw new DataException(Texts.format("cannot read %s: %s", name, reason), e);
    }
  }

  private static List<Integer> sizes(DataInputStream in, String name) throws IOException {
    int magic = in.readInt();
    int type = magic >>> 8;
    int dimensions = magic & 0xFF;
    if (type != BYTES) {
      String found = OTHERS.getOrDefault(type, Texts.format("its first bytes are %08x", magic));
      throw new DataException(
          Texts.format("%s must be an IDX file of unsigned bytes, but: %s", name, found));
    }
    if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
      throw new DataException(
          Texts.format(
              "%s must have 1 to %d dimensions, but has %d", name, MOST_DIMENSIONS, dimensions));
    }
    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < dimensions; i++) {
      sizes.add(in.readInt());
    }
    checkSizes(sizes, name);
    return sizes;
  }

  private static void checkSizes(List<Integer> sizes, String name) {
    long width = 1;
    for (int size : sizes) {
      if (size < 1) {
        throw new DataException(
            Texts.format("%s must have dimensions of 1 or more, but has %s", name, sizes));
      }
    }
    for (int size : sizes.subList(1, sizes.size())) {
      width = Math.min(width * size, Integer.MAX_VALUE);
    }
    if (width > BLOCK) {
      throw new DataException(
          Texts.format(
              "%s must have at most %d values for each example, but has %s", name, BLOCK, sizes));
    }
  }

  private static IdxFile read(DataInputStream in, String name, List<Integer> sizes)
      throws IOException {
    int width = width(sizes);
    int count = sizes.get(0);
    int bits = 31 - Integer.numberOfLeadingZeros(Math.max(1, BLOCK / width));
    List<byte[]> blocks = new ArrayList<>();
    for (long row = 0; row < count; row += 1L << bits) {
      int length = (int) Math.min(1L << bits, count - row) * width;
      byte[] block = in.readNBytes(length);
      if (block.length < length) {
        throw new DataException(
            Texts.format(
                "%s must have %d values %s after its header, but ends after %d",
                name, (long) count * width, sizes, row * width + block.length));
      }
      blocks.add(block);
    }
    if (in.read() >= 0) {
      throw new DataException(
          Texts.format(
              "%s must have %d values %s after its header, but has more",
              name, (long) count * width, sizes));
    }
    return new IdxFile(name, sizes, bits, blocks);
  }

  /** Returns all values, one after the other, as numbers in [0, 255]. */
  int[] toInts() {
    int[] values = new int[Math.multiplyExact(count(), width())];
    int at = 0;
    for (byte[] block : blocks) {
      for (byte value : block) {
        values[at++] = value & 0xFF;
      }
    }
    return Arrays.copyOf(values, at);
  }
}
