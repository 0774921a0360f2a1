package dev.sieve.data.input;

import dev.sieve.data.FloatValues;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a normalization must know of each input, over some examples of floats.
 *
 * <p>Floats are summed as doubles, in an order that the number of examples alone fixes: they are
 * cut into at most {@link #BLOCKS} blocks, each summed example after example by one thread, and the
 * blocks' sums are added in the blocks' order. So the number of threads changes no bit. The squares
 * are those of distances from the mean, in a second pass: sums of plain squares cancel where the
 * mean is far from 0. Missing values, NaN, do not count.
 */
final class FloatSums {
  private static final int BLOCKS = 64;
  private static final int SMALLEST_BLOCK = 1_000;

  private final int[] counts;
  private final double[] sums;
  private final double[] squares;
  private final float[] min;
  private final float[] max;

  private FloatSums(int inputs) {
    this.counts = new int[inputs];
    this.sums = new double[inputs];
    this.squares = new double[inputs];
    this.min = new float[inputs];
    this.max = new float[inputs];
    Arrays.fill(min, Float.POSITIVE_INFINITY);
    Arrays.fill(max, Float.NEGATIVE_INFINITY);
  }

  /** Adds the example in {@code block} from {@code at} on to {@code sums}. */
  private interface Adding {
    void add(FloatSums sums, float[] block, int at);
  }

  /** Returns mean, deviation and bounds of each input over the examples at {@code rows}. */
  static Spread[] perInput(FloatValues values, int[] rows) {
    FloatSums first = over(values, rows, FloatSums::addValues);
    double[] means = first.means();
    FloatSums second = over(values, rows, (sums, block, at) -> sums.addSquares(block, at, means));
    Spread[] spreads = new Spread[values.width()];
    Arrays.setAll(spreads, j -> first.spread(j, means[j], second.squares[j]));
    return spreads;
  }

  /** Returns the mean of each input over the examples at {@code rows}; 0 where all miss it. */
  static float[] means(FloatValues values, int[] rows) {
    double[] sums = over(values, rows, FloatSums::addValues).means();
    float[] means = new float[sums.length];
    for (int j = 0; j < means.length; j++) {
      means[j] = (float) sums[j];
    }
    return means;
  }

  private double[] means() {
    double[] means = new double[sums.length];
    Arrays.setAll(means, j -> counts[j] == 0 ? 0 : sums[j] / counts[j]);
    return means;
  }

  private Spread spread(int input, double mean, double squaresAround) {
    return counts[input] == 0
        ? Spread.NONE
        : Spread.of(mean, squaresAround / counts[input], min[input], max[input]);
  }

  /** Returns those of all values of the examples at {@code rows} together. */
  static Spread ofAll(FloatValues values, int[] rows) {
    FloatSums first = over(values, rows, FloatSums::addValues);
    double count = Arrays.stream(first.counts).asLongStream().sum();
    double mean = Arrays.stream(first.sums).reduce(0, Double::sum) / count;
    double[] means = new double[values.width()];
    Arrays.fill(means, mean);
    FloatSums second = over(values, rows, (sums, block, at) -> sums.addSquares(block, at, means));
    double squares = Arrays.stream(second.squares).reduce(0, Double::sum);
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    for (int j = 0; j < means.length; j++) {
      min = Math.min(min, first.min[j]);
      max = Math.max(max, first.max[j]);
    }
    return Spread.of(mean, squares / count, min, max);
  }

  private static FloatSums over(FloatValues values, int[] rows, Adding adding) {
    int size = Math.max(SMALLEST_BLOCK, (rows.length + BLOCKS - 1) / BLOCKS);
    List<FloatSums> blocks =
        IntStream.range(0, (rows.length + size - 1) / size)
            .parallel()
            .mapToObj(block -> block(values, rows, block * size, size, adding))
            .toList();
    FloatSums all = new FloatSums(values.width());
    blocks.forEach(all::add);
    return all;
  }

  private static FloatSums block(
      FloatValues values, int[] rows, int from, int size, Adding adding) {
    FloatSums sums = new FloatSums(values.width());
    for (int i = from; i < Math.min(rows.length, from + size); i++) {
      adding.add(sums, values.block(rows[i]), values.at(rows[i]));
    }
    return sums;
  }

  private void addValues(float[] block, int at) {
    for (int j = 0; j < sums.length; j++) {
      float value = block[at + j];
      if (!Float.isNaN(value)) {
        counts[j]++;
        sums[j] += value;
        min[j] = Math.min(min[j], value);
        max[j] = Math.max(max[j], value);
      }
    }
  }

  private void addSquares(float[] block, int at, double[] means) {
    for (int j = 0; j < squares.length; j++) {
      double distance = block[at + j] - means[j];
      squares[j] += Double.isNaN(distance) ? 0 : distance * distance;
    }
  }

  private void add(FloatSums others) {
    for (int j = 0; j < sums.length; j++) {
      counts[j] += others.counts[j];
      sums[j] += others.sums[j];
      squares[j] += others.squares[j];
      min[j] = Math.min(min[j], others.min[j]);
      max[j] = Math.max(max[j], others.max[j]);
    }
  }
}
