package dev.sieve.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.sample.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast kernels against the plain ones, and these against their definition: bit for bit. */
@Tag("kernels")
class KernelsTest {
  private static final Kernels PLAIN = new PlainKernels();
  private static final Kernels FASTEST = OwnKernels.FASTEST;
  private static final String SHAPES =
      """
      1, 1, 1
      4, 8, 16
      10, 75, 10
      7, 100, 37
      100, 3072, 50
      20, 300, 113
      252, 50, 200
      28, 152, 26""";

  private final RandomStream random = new RandomStream(3);

  @Test
  void fastest_areTheVectorKernels() {
    assertEquals("VectorKernels", FASTEST.getClass().getSimpleName());
  }

  @ParameterizedTest
  @CsvSource(textBlock = SHAPES)
  void forward_isTheDefinition_whateverTheKernels(int rows, int inputs, int units) {
    float[] x = numbers(rows * inputs);
    float[] w = numbers(inputs * units);
    float[] bias = numbers(units);
    float[] expected = new float[rows * units];
    for (int i = 0; i < rows; i++) {
      for (int u = 0; u < units; u++) {
        float sum = bias[u];
        for (int j = 0; j < inputs; j++) {
          sum = Math.fma(x[i * inputs + j], w[u * inputs + j], sum);
        }
        expected[i * units + u] = u % 2 == 0 ? Math.max(0f, sum) : sum;
      }
    }
    for (Kernels kernels : new Kernels[] {PLAIN, FASTEST}) {
      Panels panels = panels(kernels, inputs, units, w);
      Rows a = new Rows(kernels, rows, panels.width());
      panels.forward(rows(kernels, rows, inputs, x), rows, widened(panels, bias), floor(panels), a);
      assertArrayEquals(expected, values(a, rows, units), kernels.name());
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = SHAPES)
  void update_isTheDefinition_whateverTheKernels(int rows, int inputs, int units) {
    float[] x = numbers(rows * inputs);
    float[] w = numbers(inputs * units);
    float[] g = numbers(rows * units);
    float[] decay = numbers(units);
    float[] expected = new float[inputs * units];
    for (int u = 0; u < units; u++) {
      for (int j = 0; j < inputs; j++) {
        float sum = 0;
        for (int i = 0; i < rows; i++) {
          sum = Math.fma(x[i * inputs + j], g[i * units + u], sum);
        }
        float old = w[u * inputs + j];
        expected[u * inputs + j] = old + Math.fma(old, decay[u], sum);
      }
    }
    for (Kernels kernels : new Kernels[] {PLAIN, FASTEST}) {
      Panels panels = panels(kernels, inputs, units, w);
      panels.update(
          rows(kernels, rows, inputs, x),
          rows,
          rows(kernels, rows, units, g),
          widened(panels, decay));
      float[] updated = new float[inputs * units];
      panels.get(0, units, updated);
      assertArrayEquals(expected, updated, kernels.name());
    }
  }

  @Test
  void forward_ofNaN_isNaN_inItsOwnColumnsAlone() {
    float[] w = {1, Float.NaN};
    for (Kernels kernels : new Kernels[] {PLAIN, FASTEST}) {
      Panels panels = panels(kernels, 1, 2, w);
      Rows a = new Rows(kernels, 1, panels.width());
      float[] zeros = new float[panels.width()];
      panels.forward(rows(kernels, 1, 1, new float[] {2}), 1, zeros, zeros, a);
      assertArrayEquals(
          new float[] {2, Float.NaN, 0}, Arrays.copyOfRange(a.values(), a.at(0), a.at(0) + 3));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 75, 768, 3072})
  void scale_fastest_givesTheBitsOfThePlainOnes(int inputs) {
    int offset = 7;
    byte[] pixels = pixels(inputs + offset);
    float[] factors = numbers(inputs);
    float[] summands = numbers(inputs);
    float[] plain = new float[inputs + offset];
    float[] fastest = new float[inputs + offset];
    for (int again = 0; again < 2_000; again++) { // interpreted first, compiled later
      FASTEST.scale(pixels, offset, factors, summands, fastest, offset);
      PLAIN.scale(pixels, offset, factors, summands, plain, offset);
      assertArrayEquals(plain, fastest);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 54, 75, 3072})
  void scaleOfFloats_fastest_givesTheBitsOfThePlainOnes(int inputs) {
    int offset = 7;
    float[] values = numbers(inputs + offset);
    float[] factors = numbers(inputs);
    float[] summands = numbers(inputs);
    float[] plain = new float[inputs + offset];
    float[] fastest = new float[inputs + offset];
    for (int again = 0; again < 2_000; again++) { // interpreted first, compiled later
      FASTEST.scale(values, offset, factors, summands, fastest, offset);
      PLAIN.scale(values, offset, factors, summands, plain, offset);
      assertArrayEquals(plain, fastest);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 4", "8, 7", "54, 100", "768, 3", "3072, 9"})
  void scaleOfRows_givesTheBitsOfOneRowAfterTheOther(int inputs, int rows) {
    byte[] pixels = pixels(3 * inputs);
    float[] values = numbers(3 * inputs);
    byte[][] pixelsOfRow = new byte[rows][];
    float[][] valuesOfRow = new float[rows][];
    int[] from = new int[rows];
    for (int i = 1; i < rows; i++) { // the first stays as it is
      pixelsOfRow[i] = i % 2 == 0 ? pixels : pixels.clone();
      valuesOfRow[i] = i % 2 == 0 ? values : values.clone();
      from[i] = i % 3 * inputs;
    }
    float[] factors = numbers(inputs);
    float[] summands = numbers(inputs);
    for (Kernels kernels : List.of(PLAIN, FASTEST)) {
      for (int again = 0; again < 1_000; again++) { // interpreted first, compiled later
        Rows ofBytes = new Rows(kernels, rows, inputs);
        Rows ofFloats = new Rows(kernels, rows, inputs);
        kernels.scale(pixelsOfRow, from, 1, rows, factors, summands, ofBytes);
        kernels.scale(valuesOfRow, from, 1, rows, factors, summands, ofFloats);
        Rows bytes = new Rows(kernels, rows, inputs);
        Rows floats = new Rows(kernels, rows, inputs);
        for (int i = 1; i < rows; i++) {
          PLAIN.scale(pixelsOfRow[i], from[i], factors, summands, bytes.values(), bytes.at(i));
          PLAIN.scale(valuesOfRow[i], from[i], factors, summands, floats.values(), floats.at(i));
        }
        assertArrayEquals(bytes.values(), ofBytes.values());
        assertArrayEquals(floats.values(), ofFloats.values());
      }
    }
  }

  @Test
  void rectifyBack_keepsWhatTheUnitLetThrough() {
    int units = 50;
    int at = 3;
    float[] h = numbers(at + units);
    for (int u = 0; u < h.length; u++) {
      h[u] = Math.max(0f, h[u]);
    }
    float[] d = numbers(at + units);
    for (Kernels kernels : new Kernels[] {PLAIN, FASTEST}) {
      float[] back = d.clone();
      kernels.rectifyBack(back, at, h, at, units - 1, 1.25f);
      for (int u = 0; u < back.length; u++) {
        boolean asked = at <= u && u < at + units - 1;
        assertEquals(asked ? h[u] > 0 ? 1.25f * d[u] : 0 : d[u], back[u], kernels.name());
      }
    }
  }

  private byte[] pixels(int count) {
    byte[] pixels = new byte[count];
    for (int j = 0; j < count; j++) {
      pixels[j] = (byte) random.nextInt(256);
    }
    return pixels;
  }

  private float[] numbers(int length) {
    float[] numbers = new float[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  private static Rows rows(Kernels kernels, int rows, int width, float[] values) {
    Rows padded = new Rows(kernels, rows, width);
    for (int i = 0; i < rows; i++) {
      System.arraycopy(values, i * width, padded.values(), padded.at(i), width);
    }
    return padded;
  }

  private static float[] values(Rows rows, int count, int width) {
    float[] values = new float[count * width];
    for (int i = 0; i < count; i++) {
      System.arraycopy(rows.values(), rows.at(i), values, i * width, width);
    }
    return values;
  }

  private static Panels panels(Kernels kernels, int inputs, int units, float[] w) {
    Panels panels = new Panels(kernels, inputs, units);
    panels.set(0, units, w);
    return panels;
  }

  private static float[] widened(Panels panels, float[] values) {
    return Arrays.copyOf(values, panels.width());
  }

  /** A ReLU in every other column. */
  private static float[] floor(Panels panels) {
    float[] floor = new float[panels.width()];
    for (int u = 1; u < floor.length; u += 2) {
      floor[u] = Float.NEGATIVE_INFINITY;
    }
    return floor;
  }
}
