package dev.sieve.engine.netlib;

import dev.sieve.Digest;
import dev.sieve.Texts;
import dev.sieve.engine.EngineUnavailable;
import dev.sieve.kernel.OwnKernels;
import dev.sieve.kernel.Panels;
import dev.sieve.kernel.Products;
import dev.sieve.kernel.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A forward product and an update, by which a library shows what it is: that it multiplies at all,
 * that it treats the columns of a matrix alike, and which bits it gives.
 *
 * @param columns for each column of the weights: the weights as updated, then its products with the
 *     rows
 */
record Probe(List<float[]> columns) {
  /** Not a multiple of any vector: a library's loops over the rest run too. */
  private static final int ROWS = 101;

  private static final int DEPTH = 776;

  /** Of the largest number; sums of so many products are rounded to some 1e-7 of it. */
  private static final double TOLERANCE = 1e-5;

  /** Where the first column stands, besides 0: within a vector, and beyond one. */
  private static final List<Integer> PLACES = List.of(1, 14, 35);

  private static final int DIGEST_BYTES = 6;

  /**
   * Returns what a library gives.
   *
   * @param lanes columns of the weights: as many as a panel has
   * @throws EngineUnavailable where it multiplies wrongly, or where its results depend on the place
   *     of a column
   */
  static Probe of(Products products, int lanes) {
    Probe probe = at(products, lanes, 0);
    double error = probe.distance(at(OwnKernels.products(), lanes, 0));
    if (!(error <= TOLERANCE)) {
      throw new EngineUnavailable(
          Texts.format(
              "%s multiplies wrongly: its error must be at most %s, but was %.1e. Libraries with 64-bit integers, for one, cannot be called",
              products.name(), TOLERANCE, error));
    }
    for (int place : PLACES) {
      Probe moved = at(products, lanes, place);
      if (!moved.digest().equals(probe.first(moved.columns.size()).digest())) {
        throw new EngineUnavailable(
            Texts.format(
                "%s gives a column of a matrix other bits at another place: a network would depend on the pack that it trains in",
                products.name()));
      }
    }
    return probe;
  }

  /** Returns the results of as many columns as fit in from column {@code place} on. */
  private static Probe at(Products products, int lanes, int place) {
    Rows x = new Rows(products, ROWS, DEPTH);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < DEPTH; j++) {
        x.values()[x.at(i) + j] = random.nextFloat() - 0.5f;
      }
    }
    Panels w = new Panels(products, DEPTH, lanes);
    int count = lanes - place;
    float[] column = new float[DEPTH];
    for (int u = 0; u < count; u++) {
      for (int j = 0; j < DEPTH; j++) {
        column[j] = random.nextFloat() - 0.5f;
      }
      w.set(place + u, 1, column);
    }
    Rows a = new Rows(products, ROWS, lanes);
    w.forward(x, ROWS, all(w, 1), all(w, Float.NEGATIVE_INFINITY), a);
    w.update(x, ROWS, a, all(w, -0.01f));
    return new Probe(
        IntStream.range(place, place + count).mapToObj(u -> results(a, w, u)).toList());
  }

  private static float[] all(Panels w, float value) {
    float[] values = new float[w.width()];
    Arrays.fill(values, value);
    return values;
  }

  private static float[] results(Rows a, Panels w, int column) {
    float[] weights = new float[DEPTH];
    w.get(column, 1, weights);
    float[] results = Arrays.copyOf(weights, DEPTH + ROWS);
    for (int i = 0; i < ROWS; i++) {
      results[DEPTH + i] = a.values()[a.at(i) + column];
    }
    return results;
  }

  private Probe first(int count) {
    return new Probe(columns.subList(0, count));
  }

  /** Returns the largest difference from {@code other}, as a share of its largest number. */
  private double distance(Probe other) {
    double largest = 0;
    double difference = 0;
    for (int u = 0; u < columns.size(); u++) {
      for (int i = 0; i < columns.get(u).length; i++) {
        double expected = other.columns.get(u)[i];
        largest = Math.max(largest, Math.abs(expected));
        difference = Math.max(difference, Math.abs(columns.get(u)[i] - expected));
      }
    }
    return difference / largest;
  }

  /** Returns 12 hexadecimal digits, the same for the same bits. */
  String digest() {
    return Digest.of(columns.stream().map(Arrays::toString).toList(), DIGEST_BYTES);
  }
}
