package dev.sieve.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpzTest {

  @Test
  void whatIsWritten_isReadAgain() {
    byte[] archive =
        new Npz()
            .add("W1", new float[] {1, 2, 3, 4, 5, 6}, 3, 2)
            .add("b1", new float[] {7, Float.MIN_VALUE}, 2)
            .bytes();
    Map<String, FloatArray> arrays = Npz.read("model.npz", archive);
    assertEquals("[W1, b1]", arrays.keySet().toString());
    assertEquals(3, arrays.get("W1").length(0));
    assertEquals(6, arrays.get("W1").at(2, 1));
    assertEquals(1, arrays.get("b1").length(1));
    assertArrayEquals(new float[] {7, Float.MIN_VALUE}, arrays.get("b1").values());
  }

  @Test
  void sameArrays_areTheSameBytes() {
    assertArrayEquals(
        new Npz().add("a", new float[9], 9).bytes(), new Npz().add("a", new float[9], 9).bytes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "99999999999",
        "134217729,",
        "65536, 65536, 65536,",
        "4, 0,",
        "134217728, 999999999999999999"
      })
  void absurdShape_isRefusedByName(String shape) {
    assertMessage(archive(header(shape), 0), "model.npz: array W1 must have 1 value or more");
  }

  /** A shape within bounds, which the archive does not hold. */
  @Test
  void missingValues_areNamed() {
    assertMessage(
        archive(header("134217728,"), 8), "must have shape [134217728], but holds 2 values");
  }

  @Test
  void gigabytesOfZeros_areNotUnpacked() {
    byte[] bomb = archive(header("4,"), 256L << 20);
    assertTrue(bomb.length < 4 << 20, bomb.length + " bytes");
    assertMessage(bomb, "array W1 must have shape [4], but holds more values");
  }

  @Test
  void otherArchives_areNamed() {
    assertMessage(
        "no zip".getBytes(StandardCharsets.UTF_8), "model.npz must be an archive of arrays");
    assertMessage(archive("{'descr': '<f8', }", 0), "array W1 must be column-major '<f4', but was");
    assertMessage(
        archive("{'descr': '<f4', 'fortran_order': True, 'shape': (99999999999999999999,), }", 0),
        "array W1 must be column-major '<f4', but was");
  }

  private static String header(String shape) {
    return "{'descr': '<f4', 'fortran_order': True, 'shape': (" + shape + "), }\n";
  }

  /** An archive of one array with {@code header}, and so many bytes of zeros. */
  private static byte[] archive(String header, long zeros) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_SPEED);
      zip.putNextEntry(new ZipEntry("W1.npy"));
      zip.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
      zip.write(header.getBytes(StandardCharsets.US_ASCII));
      byte[] part = new byte[1 << 20];
      for (long left = zeros; left > 0; left -= part.length) {
        zip.write(part, 0, (int) Math.min(left, part.length));
      }
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void assertMessage(byte[] archive, String part) {
    String message =
        assertThrows(UnreadableRun.class, () -> Npz.read("model.npz", archive)).getMessage();
    assertTrue(message.contains(part), message);
  }
}
