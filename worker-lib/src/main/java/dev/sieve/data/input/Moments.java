package dev.sieve.data.input;

import dev.sieve.data.ByteValues;
import dev.sieve.data.FloatValues;
import dev.sieve.data.Values;
import java.util.Arrays;

/**
 * Mean and standard deviation of values. Of bytes they come from sums of integers, whose order has
 * no part in the result; of floats see {@link FloatSums}.
 *
 * @param deviation the population's; 1 where all values are the same
 */
record Moments(double mean, double deviation) {

  static Moments of(long sum, long sumOfSquares, long count) {
    double mean = (double) sum / count;
    double variance = (sumOfSquares - sum * mean) / count;
    return new Moments(mean, variance > 0 ? Math.sqrt(variance) : 1);
  }

  /** Returns the moments of each input over the examples at {@code rows}. */
  static Moments[] perInput(Values values, int[] rows) {
    if (values instanceof ByteValues bytes) {
      return ByteSums.of(bytes, rows).moments(rows.length);
    }
    return Arrays.stream(FloatSums.perInput((FloatValues) values, rows))
        .map(Spread::moments)
        .toArray(Moments[]::new);
  }

  /** Returns the moments of all values of the examples at {@code rows} together. */
  static Moments ofAll(Values values, int[] rows) {
    return values instanceof ByteValues bytes
        ? ofAll(bytes, rows)
        : FloatSums.ofAll((FloatValues) values, rows).moments();
  }

  private static Moments ofAll(ByteValues values, int[] rows) {
    int inputs = values.width();
    long sum = 0;
    long squares = 0;
    for (int row : rows) {
      byte[] block = values.block(row);
      int from = values.at(row);
      for (int j = from; j < from + inputs; j++) {
        int value = block[j] & 0xFF;
        sum += value;
        squares += (long) value * value;
      }
    }
    return of(sum, squares, (long) rows.length * inputs);
  }
}
