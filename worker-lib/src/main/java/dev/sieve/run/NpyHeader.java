package dev.sieve.run;

import dev.sieve.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** What stands before the values of one array in an archive: its type and its shape. */
final class NpyHeader {
  /** Values of all arrays of an archive: 512 MB, more than any network here has. */
  private static final long MOST_VALUES = 1L << 27;

  private static final int ALIGNMENT = 64;
  private static final int PREAMBLE = 10; // magic, version, length of the header
  private static final int LENGTH = 8; // where that length stands
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '<f4', 'fortran_order': True, 'shape': \\(([0-9]{1,18}(?:, ?[0-9]{1,18})*),?\\), \\}\\s*");

  private final long[] shape;

  private NpyHeader(long[] shape) {
    this.shape = shape;
  }

  static NpyHeader of(int... shape) {
    return new NpyHeader(Arrays.stream(shape).asLongStream().toArray());
  }

  /**
   * Reads the header of the array that {@code in} stands before.
   *
   * @param where what messages call the array
   */
  static NpyHeader read(String where, InputStream in) throws IOException {
    byte[] preamble = in.readNBytes(PREAMBLE);
    int length = preamble.length < PREAMBLE ? 0 : littleEndian(preamble).getShort(LENGTH) & 0xFFFF;
    byte[] header = in.readNBytes(length);
    if (preamble.length < PREAMBLE || header.length < length) {
      throw new UnreadableRun(
          Texts.format(
              "%s must begin with a whole header, but is cut off after %d bytes",
              where, preamble.length + header.length));
    }
    String text = new String(header, StandardCharsets.US_ASCII);
    Matcher matcher = HEADER.matcher(text);
    if (!matcher.matches()) {
      throw new UnreadableRun(
          Texts.format("%s must be column-major '<f4', but was %s", where, text.strip()));
    }
    return new NpyHeader(
        Arrays.stream(matcher.group(1).split(", ?")).mapToLong(Long::parseLong).toArray());
  }

  /** Refuses an array with which an archive has so many {@code values}, or an empty one. */
  void checkSize(String where, long values) {
    if (values() < 1 || values > MOST_VALUES) {
      throw new UnreadableRun(
          Texts.format(
              "%s must have 1 value or more, and its archive at most %d, but its shape is %s",
              where, MOST_VALUES, text()));
    }
  }

  /** Returns the number of values; more than any archive may have where it is too large to say. */
  long values() {
    long product = 1;
    for (long length : shape) {
      if (length != 0 && product > MOST_VALUES / length) {
        return MOST_VALUES + 1;
      }
      product *= length;
    }
    return product;
  }

  /** Returns the shape of an array that is not too large. */
  int[] shape() {
    return LongStream.of(shape).mapToInt(Math::toIntExact).toArray();
  }

  String text() {
    return Arrays.toString(shape);
  }

  /** Returns it as the file has it, padded so that the values are aligned. */
  byte[] bytes() {
    String dimensions = text().replace("[", "(").replace("]", ",)");
    String header = "{'descr': '<f4', 'fortran_order': True, 'shape': " + dimensions + ", }";
    int length = PREAMBLE + header.length() + 1;
    int padded = (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer buffer = ByteBuffer.allocate(padded).order(ByteOrder.LITTLE_ENDIAN);
    buffer.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    buffer.put((byte) 1).put((byte) 0).putShort((short) (padded - PREAMBLE));
    buffer.put(header.getBytes(StandardCharsets.US_ASCII));
    buffer.put(" ".repeat(padded - length).getBytes(StandardCharsets.US_ASCII));
    return buffer.put((byte) '\n').array();
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
