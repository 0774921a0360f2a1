package dev.sieve.driver.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * NumPy's archive of arrays, as {@code numpy.load} reads it: a zip file of arrays in the format
 * that {@code numpy.lib.format} describes, version 1.0.
 */
final class Npz {
  private static final int ALIGNMENT = 64;
  private static final int PREAMBLE = 10; // magic, version, length of the header

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes);

  /** Adds {@code values} as {@code name}, in column-major order. */
  Npz add(String name, float[] values, int... shape) {
    try {
      ZipEntry entry = new ZipEntry(name + ".npy");
      entry.setTime(0); // the same model is the same bytes, whenever it was trained
      zip.putNextEntry(entry);
      zip.write(header(shape));
      ByteBuffer data = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
      data.asFloatBuffer().put(values);
      zip.write(data.array());
      zip.closeEntry();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the archive; nothing can be added any more. */
  byte[] bytes() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Returns the arrays in {@code archive}, one of this class's, by name; column-major. */
  static Map<String, float[]> arrays(byte[] archive) {
    Map<String, float[]> arrays = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        arrays.put(entry.getName().replace(".npy", ""), array(zip.readAllBytes()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("not an archive of arrays: " + e.getMessage(), e);
    }
    return arrays;
  }

  private static float[] array(byte[] npy) {
    ByteBuffer data = ByteBuffer.wrap(npy).order(ByteOrder.LITTLE_ENDIAN);
    data.position(PREAMBLE + data.getShort(PREAMBLE - 2));
    float[] values = new float[data.remaining() / 4];
    data.asFloatBuffer().get(values);
    return values;
  }

  private static byte[] header(int[] shape) {
    String dimensions = Arrays.toString(shape).replace("[", "(").replace("]", ",)");
    String header = "{'descr': '<f4', 'fortran_order': True, 'shape': " + dimensions + ", }";
    int length = PREAMBLE + header.length() + 1;
    int padded = (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    String text = String.format(Locale.ROOT, "%-" + (padded - PREAMBLE - 1) + "s\n", header);
    ByteBuffer buffer = ByteBuffer.allocate(padded).order(ByteOrder.LITTLE_ENDIAN);
    buffer.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    buffer.put((byte) 1).put((byte) 0).putShort((short) (padded - PREAMBLE));
    buffer.put(text.getBytes(StandardCharsets.US_ASCII));
    return buffer.array();
  }
}
