package dev.sieve.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.sample.RandomStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernels")
class ExponentialTest {
  private static final int COUNT = 1003;

  private final RandomStream random = new RandomStream(5);

  @Test
  void of_isWithinOneUnitInTheLastPlace_andTheSameOneByOneAndManyAtOnce() {
    double[] numbers = new double[COUNT + 1];
    double[] room = new double[COUNT];
    for (int again = 0; again < 300; again++) { // interpreted first, compiled later
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = -700 * Math.pow(random.nextDouble(), 4);
      }
      double[] many = numbers.clone();
      Exponential.of(many, room, COUNT);
      for (int i = 0; i < COUNT; i++) {
        double expected = StrictMath.exp(numbers[i]);
        assertEquals(expected, many[i], Math.ulp(expected));
        assertEquals(Exponential.of(numbers[i]), many[i]);
      }
      assertEquals(numbers[COUNT], many[COUNT], "one that was not asked for");
    }
  }

  @Test
  void of_theEndsOfItsRange() {
    double least = StrictMath.exp(-700);
    double[] x = {0, -0.0, -Double.MIN_VALUE, -700, -1e9, Double.NEGATIVE_INFINITY, Double.NaN, -1};
    double[] expected = {1, 1, 1, least, least, least, Double.NaN, 1 / Math.E};
    Exponential.of(x, new double[x.length], x.length);
    assertArrayEquals(expected, x, 1e-16);
    assertEquals(least, x[4], Math.ulp(least));
  }
}
