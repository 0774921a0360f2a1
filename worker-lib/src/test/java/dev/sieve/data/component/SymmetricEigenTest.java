package dev.sieve.data.component;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.sample.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricEigenTest {

  private static double[][] random(int n) {
    RandomStream random = new RandomStream(n);
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        a[i][j] = a[j][i] = random.nextGaussian();
      }
    }
    return a;
  }

  private static double[][] copy(double[][] a) {
    return Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 17, 60})
  void vectors_areOrthonormal_andMultipliedByTheirValues(int n) {
    double[][] a = random(n);
    Eigenpairs pairs = SymmetricEigen.of(copy(a));
    for (int u = 0; u < n; u++) {
      double[] v = pairs.vector(u);
      for (int i = 0; i < n; i++) {
        assertEquals(pairs.value(u) * v[i], dot(a[i], v), 1e-12 * n, "vector " + u);
      }
      for (int k = 0; k <= u; k++) {
        assertEquals(k == u ? 1 : 0, dot(v, pairs.vector(k)), 1e-13 * n);
      }
    }
  }

  @Test
  void values_fall() {
    Eigenpairs pairs = SymmetricEigen.of(random(20));
    for (int u = 1; u < 20; u++) {
      assertTrue(pairs.value(u - 1) >= pairs.value(u), "value " + u);
    }
  }

  @Test
  void diagonalMatrix_hasItsDiagonal() {
    Eigenpairs pairs = SymmetricEigen.of(new double[][] {{2, 0, 0}, {0, 5, 0}, {0, 0, 5}});
    assertArrayEquals(
        new double[] {5, 5, 2}, new double[] {pairs.value(0), pairs.value(1), pairs.value(2)});
    assertArrayEquals(new double[] {1, 0, 0}, pairs.vector(2));
  }

  @Test
  void zeroAndEmptyMatrices_haveZeroAndNoValues() {
    assertEquals(0, SymmetricEigen.of(new double[4][4]).value(3));
    assertEquals(0, SymmetricEigen.of(new double[0][0]).count());
  }
}
