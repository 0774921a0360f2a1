package dev.sieve.run;

import dev.sieve.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * NumPy's archive of arrays, as {@code numpy.load} reads it: a zip file of arrays in the format
 * that {@code numpy.lib.format} describes, version 1.0; single precision, little-endian,
 * column-major.
 */
public final class Npz {
  private static final String ENDING = ".npy";

  /** Bytes that are read at once, so that an array is in memory once. */
  private static final int CHUNK = 1 << 16;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes);

  /** Adds {@code values} as {@code name}, in column-major order. */
  public Npz add(String name, float[] values, int... shape) {
    try {
      ZipEntry entry = new ZipEntry(name + ENDING);
      entry.setTime(0); // the same model is the same bytes, whenever it was trained
      zip.putNextEntry(entry);
      zip.write(NpyHeader.of(shape).bytes());
      ByteBuffer data =
          ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      data.asFloatBuffer().put(values);
      zip.write(data.array());
      zip.closeEntry();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the archive; nothing can be added any more. */
  public byte[] bytes() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Returns the arrays in {@code file} by name, in their order.
   *
   * @throws UnreadableRun if it is no such archive, or larger than any that is written
   */
  public static Map<String, FloatArray> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    } catch (IOException e) {
      throw new UnreadableRun("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** As {@link #read(Path)}, of {@code archive}, which messages call {@code file}. */
  public static Map<String, FloatArray> read(String file, byte[] archive) {
    try {
      return read(file, new ByteArrayInputStream(archive));
    } catch (IOException e) {
      throw new UnreadableRun("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, FloatArray> read(String file, InputStream in) throws IOException {
    Map<String, FloatArray> arrays = new LinkedHashMap<>();
    long values = 0;
    ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String name = entry.getName();
      String array = name.endsWith(ENDING) ? name.substring(0, name.length() - 4) : name;
      String where = file + ": array " + array;
      NpyHeader header = NpyHeader.read(where, zip);
      values += header.values();
      header.checkSize(where, values);
      arrays.put(array, array(where, header, zip));
    }
    if (arrays.isEmpty()) {
      throw new UnreadableRun(file + " must be an archive of arrays, but holds none");
    }
    return arrays;
  }

  /** Reads no more than the header promises, and one byte to see that there is no more. */
  private static FloatArray array(String where, NpyHeader header, InputStream in)
      throws IOException {
    float[] values = new float[(int) header.values()];
    byte[] chunk = new byte[CHUNK];
    int read = 0;
    for (int wanted = wanted(values, read); wanted > 0; wanted = wanted(values, read)) {
      int floats = in.readNBytes(chunk, 0, wanted * Float.BYTES) / Float.BYTES;
      ByteBuffer.wrap(chunk)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(values, read, floats);
      read += floats;
      if (floats < wanted) {
        throw wrongSize(where, header, read + " values");
      }
    }
    if (in.read() >= 0) {
      throw wrongSize(where, header, "more values");
    }
    return new FloatArray(header.shape(), values);
  }

  private static int wanted(float[] values, int read) {
    return Math.min(CHUNK / Float.BYTES, values.length - read);
  }

  private static UnreadableRun wrongSize(String where, NpyHeader header, String held) {
    return new UnreadableRun(
        Texts.format("%s must have shape %s, but holds %s", where, header.text(), held));
  }
}
