package dev.sieve.data;

/**
 * Mean and standard deviation of bytes, from sums of integers, so that their order has no part in
 * the result.
 *
 * @param deviation the population's; 1 where all values are the same
 */
record Moments(double mean, double deviation) {

  static Moments of(long sum, long sumOfSquares, long count) {
    double mean = (double) sum / count;
    double variance = (sumOfSquares - sum * mean) / count;
    return new Moments(mean, variance > 0 ? Math.sqrt(variance) : 1);
  }

  /** Returns the moments of each input over the images at {@code rows}. */
  static Moments[] perInput(Images images, int[] rows) {
    return InputSums.of(images, rows).moments(rows.length);
  }

  /** Returns the moments of all values of the images at {@code rows} together. */
  static Moments ofAll(Images images, int[] rows) {
    int inputs = images.shape().inputs();
    long sum = 0;
    long squares = 0;
    for (int row : rows) {
      for (int j = row * inputs; j < (row + 1) * inputs; j++) {
        int value = images.pixels()[j] & 0xFF;
        sum += value;
        squares += (long) value * value;
      }
    }
    return of(sum, squares, (long) rows.length * inputs);
  }
}
