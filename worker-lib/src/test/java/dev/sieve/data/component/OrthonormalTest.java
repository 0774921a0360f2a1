package dev.sieve.data.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.engine.SieveEngine;
import dev.sieve.kernel.Products;
import dev.sieve.kernel.Rows;
import dev.sieve.sample.RandomStream;
import org.junit.jupiter.api.Test;

class OrthonormalTest {
  private static final Products PRODUCTS = new SieveEngine().products();
  private static final int ROWS = 150;
  private static final int COLUMNS = 20;

  private static Rows random() {
    RandomStream random = new RandomStream(1);
    Rows y = new Rows(PRODUCTS, ROWS, COLUMNS);
    for (int i = 0; i < ROWS; i++) {
      for (int u = 0; u < COLUMNS; u++) {
        y.values()[y.at(i) + u] = (float) random.nextGaussian();
      }
    }
    return y;
  }

  private static double dot(Rows a, int u, Rows b, int k) {
    double sum = 0;
    for (int i = 0; i < ROWS; i++) {
      sum += (double) a.values()[a.at(i) + u] * b.values()[b.at(i) + k];
    }
    return sum;
  }

  /** The columns differ in length by four orders of magnitude, as after a step of the iteration. */
  @Test
  void columns_becomeOrthonormal_howeverDifferentTheyWere() {
    Rows y = random();
    for (int i = 0; i < ROWS; i++) {
      for (int u = 0; u < COLUMNS; u++) {
        y.values()[y.at(i) + u] *= (float) Math.pow(10, -u / 5.0);
      }
    }
    Rows q = new Orthonormal(PRODUCTS, ROWS, COLUMNS).basis(y);
    for (int u = 0; u < COLUMNS; u++) {
      for (int k = 0; k <= u; k++) {
        assertEquals(u == k ? 1 : 0, dot(q, u, q, k), 1e-6, u + ", " + k);
      }
    }
  }

  @Test
  void firstColumns_spanTheSame() {
    Rows y = random();
    Rows q = new Orthonormal(PRODUCTS, ROWS, COLUMNS).basis(y);
    for (int u = 0; u < COLUMNS; u++) {
      double held = 0;
      for (int k = 0; k <= u; k++) {
        held += Math.pow(dot(q, k, y, u), 2);
      }
      assertEquals(dot(y, u, y, u), held, 1e-4, "column " + u);
    }
  }

  @Test
  void dependentColumn_becomesZero_andTheOthersStayOrthonormal() {
    Rows y = random();
    for (int i = 0; i < ROWS; i++) {
      y.values()[y.at(i) + 3] = 2 * y.values()[y.at(i) + 1];
    }
    Rows q = new Orthonormal(PRODUCTS, ROWS, COLUMNS).basis(y);
    assertEquals(0, dot(q, 3, q, 3));
    assertEquals(1, dot(q, 4, q, 4), 1e-6);
    assertEquals(0, dot(q, 4, q, 1), 1e-6);
  }
}
