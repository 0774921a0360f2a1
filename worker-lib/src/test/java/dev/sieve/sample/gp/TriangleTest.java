package dev.sieve.sample.gp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.sample.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compared with products by naive loops. */
class TriangleTest {
  private final RandomStream stream = new RandomStream(5);

  /** A positive definite matrix, n × n, whole. */
  private double[] matrix(int n) {
    double[] b = random(n * n);
    double[] a = product(transposed(b, n, n), b, n, n, n);
    for (int i = 0; i < n; i++) {
      a[i * n + i] += 0.5;
    }
    return a;
  }

  private double[] random(int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = stream.nextGaussian();
    }
    return values;
  }

  private static double[] transposed(double[] a, int rows, int columns) {
    double[] t = new double[a.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        t[j * rows + i] = a[i * columns + j];
      }
    }
    return t;
  }

  private static double[] product(double[] a, double[] b, int rows, int inner, int columns) {
    double[] c = new double[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        for (int k = 0; k < inner; k++) {
          c[i * columns + j] += a[i * inner + k] * b[k * columns + j];
        }
      }
    }
    return c;
  }

  private static double[][] rows(double[] flat, int n) {
    int length = flat.length / n;
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = Arrays.copyOfRange(flat, i * length, (i + 1) * length);
    }
    return rows;
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  /** The factor, with zeros where {@link Triangle#factor} leaves the matrix. */
  private static double[] factor(double[] a, int n) {
    double[][] rows = rows(a, n);
    Triangle.factor(rows);
    double[] u = flat(rows);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        assertEquals(a[i * n + j], u[i * n + j], "the lower triangle stays");
        u[i * n + j] = 0;
      }
    }
    return u;
  }

  private static void assertClose(double[] expected, double[] actual) {
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], 1e-9 * (1 + Math.abs(expected[i])), "entry " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 33})
  void factor_givesTheMatrixBack(int n) {
    double[] a = matrix(n);
    double[] u = factor(a, n);
    assertClose(a, product(transposed(u, n, n), u, n, n, n));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 33})
  void squareOfTheInverse_isTheInverseOfTheMatrix(int n) {
    double[] a = matrix(n);
    double[] upper = flat(Triangle.square(Triangle.inverse(rows(factor(a, n), n))));
    double[] inverse = upper.clone();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        inverse[i * n + j] = upper[j * n + i];
      }
    }
    double[] unit = new double[n * n];
    for (int i = 0; i < n; i++) {
      unit[i * n + i] = 1;
    }
    assertClose(unit, product(a, inverse, n, n, n));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 33})
  void solutions_giveTheRightSidesBack(int n) {
    double[] u = factor(matrix(n), n);
    double[] b = random(n * 3);
    double[][] x = rows(b, n);
    Triangle.solveTransposed(rows(u, n), x);
    assertClose(b, product(transposed(u, n, n), flat(x), n, n, 3));
    double[] c = random(n);
    double[] y = c.clone();
    Triangle.solveTransposed(rows(u, n), y);
    assertClose(c, product(transposed(u, n, n), y, n, n, 1));
    double[] z = c.clone();
    Triangle.solve(rows(u, n), z);
    assertClose(c, product(u, z, n, n, 1));
  }

  @Test
  void matrixThatIsNotPositiveDefinite_isRefused() {
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class, () -> Triangle.factor(new double[][] {{1, 2}, {2, 1}}));
    assertTrue(e.getMessage().contains("pivot 1 must be > 0, but was -3.0"), e.getMessage());
  }
}
