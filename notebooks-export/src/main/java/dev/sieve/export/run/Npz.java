package dev.sieve.export.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads NumPy's archive of arrays as the driver writes it: single precision, little-endian,
 * column-major, format version 1.0 of {@code numpy.lib.format}.
 */
final class Npz {
  private static final int PREAMBLE = 10; // magic, version, length of the header
  private static final int LENGTH = 8; // where that length stands
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '<f4', 'fortran_order': True, 'shape': \\(([0-9, ]+)\\), \\}\\s*");

  private Npz() {}

  /**
   * Returns the arrays in {@code file} by name.
   *
   * @throws UnreadableRun if it is no such archive
   */
  static Map<String, FloatArray> read(Path file) {
    Map<String, FloatArray> arrays = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().replaceFirst("\\.npy$", "");
        arrays.put(name, array(file, name, zip.readAllBytes()));
      }
    } catch (IOException e) {
      throw new UnreadableRun("cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
    if (arrays.isEmpty()) {
      throw new UnreadableRun("%s must be an archive of arrays, but holds none".formatted(file));
    }
    return arrays;
  }

  private static FloatArray array(Path file, String name, byte[] bytes) {
    int start = startOfValues(bytes);
    if (start < PREAMBLE || start > bytes.length) {
      throw new UnreadableRun(
          "%s: array %s must begin with a whole header, but is cut off after %d bytes"
              .formatted(file, name, bytes.length));
    }
    String header = new String(bytes, PREAMBLE, start - PREAMBLE, StandardCharsets.US_ASCII);
    Matcher matcher = HEADER.matcher(header);
    if (!matcher.matches()) {
      throw new UnreadableRun(
          "%s: array %s must be column-major '<f4', but was %s"
              .formatted(file, name, header.strip()));
    }
    int[] shape = shape(matcher.group(1));
    float[] values = new float[(bytes.length - start) / Float.BYTES];
    littleEndian(bytes).position(start).asFloatBuffer().get(values);
    if (Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact) != values.length) {
      throw new UnreadableRun(
          "%s: array %s must have shape %s, but holds %d values"
              .formatted(file, name, Arrays.toString(shape), values.length));
    }
    return new FloatArray(shape, values);
  }

  /** Returns where the header ends; 0 where the array ends even before. */
  private static int startOfValues(byte[] bytes) {
    return bytes.length < PREAMBLE
        ? 0
        : PREAMBLE + Short.toUnsignedInt(littleEndian(bytes).getShort(LENGTH));
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int[] shape(String told) {
    return Arrays.stream(told.split(",", -1))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .mapToInt(Integer::parseInt)
        .toArray();
  }
}
