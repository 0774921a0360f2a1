package dev.sieve.data.component;

import static dev.sieve.Checks.check;

import dev.sieve.data.ImageShape;
import dev.sieve.data.input.Inputs;
import dev.sieve.kernel.Products;
import dev.sieve.kernel.Rows;
import dev.sieve.team.Team;

/**
 * The means of the products x_j x_k of the inputs of training examples; of images, each counted
 * together with its mirror image, so that even and odd coordinates have no products in common.
 * Where a normalization leaves each input with mean 0, this is the covariance. The inputs' mean is
 * not taken off otherwise: a network trains on what it is given, mean and all, and the components
 * are to stand in for that.
 */
public final class SecondMoments {
  /** Examples of one addition: long enough that reading and writing the sums is no part of it. */
  private static final int ROWS = 240;

  /** Examples of a chunk of work that one thread loads. */
  private static final int GRAIN = 10;

  private final Mirror mirror;
  private final Rows even;
  private final Rows odd;

  private SecondMoments(Mirror mirror, Rows even, Rows odd) {
    this.mirror = mirror;
    this.even = even;
    this.odd = odd;
  }

  /**
   * Returns those of the examples at {@code rows}, at least one.
   *
   * @param shape of each example where they are images; null otherwise
   */
  public static SecondMoments of(
      Inputs inputs, int[] rows, ImageShape shape, Products products, Team team) {
    check(rows.length >= 1, "components need at least one example, but got none");
    Mirror mirror = new Mirror(inputs.width(), shape);
    SquareSums even = new SquareSums(products, mirror.even(), ROWS);
    SquareSums odd = new SquareSums(products, mirror.odd(), ROWS);
    for (int from = 0; from < rows.length; from += ROWS) {
      int first = from;
      int count = Math.min(ROWS, rows.length - from);
      team.run(
          count,
          GRAIN,
          (begin, end) -> {
            float[] x = new float[inputs.width()];
            for (int i = begin; i < end; i++) {
              inputs.load(rows[first + i], x, 0);
              mirror.split(x, even.x().values(), even.x().at(i), odd.x().values(), odd.x().at(i));
              even.prepare(i);
              odd.prepare(i);
            }
          });
      team.run(
          even.blocks() + odd.blocks(),
          1,
          (begin, end) -> {
            for (int b = begin; b < end; b++) {
              if (b < even.blocks()) {
                even.add(b, count);
              } else {
                odd.add(b - even.blocks(), count);
              }
            }
          });
    }
    return new SecondMoments(
        mirror, even.mean(products, rows.length), odd.mean(products, rows.length));
  }

  /** Returns the sum of the means of all squares: the inputs' variance, see above. */
  double total() {
    return trace(even, mirror.even()) + trace(odd, mirror.odd());
  }

  private static double trace(Rows half, int size) {
    double trace = 0;
    for (int j = 0; j < size; j++) {
      trace += half.values()[half.at(j) + j];
    }
    return trace;
  }

  Mirror mirror() {
    return mirror;
  }

  /** Returns those of the even coordinates, (even × even). */
  Rows even() {
    return even;
  }

  /** Returns those of the odd coordinates, (odd × odd). */
  Rows odd() {
    return odd;
  }
}
