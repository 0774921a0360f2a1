package dev.sieve.data.component;

import dev.sieve.kernel.Panels;
import dev.sieve.kernel.Products;
import dev.sieve.kernel.Rows;
import java.util.ArrayList;
import java.util.List;

/**
 * The sums of products Σ x_j x_k over some rows, for one half of the coordinates: a symmetric
 * matrix, of which blocks of columns are summed from the first row to the diagonal.
 *
 * <pre>
 *      block 0  block 1  block 2
 *    [ ■■■■■■■  ■■■■■■■  ■■■■■■■ ]
 *    [          ■■■■■■■  ■■■■■■■ ]
 *    [                   ■■■■■■■ ]
 * </pre>
 *
 * <p>Each block is an update product of its own, Xᵀ G, where G is X's columns of that block. Its
 * bits depend neither on the blocks' width nor on who computes them.
 */
final class SquareSums {
  /**
   * Columns of a block: of the 1,536 even or odd ones of CIFAR-10, 54 % of the matrix is summed.
   */
  private static final int BLOCK = 128;

  private final int size;
  private final Rows x;
  private final float[] noDecay;
  private final List<Block> blocks = new ArrayList<>();

  /** The columns from {@code first} on: G, and the sums with all rows above. */
  private record Block(int first, int columns, Rows g, Panels sums) {}

  /**
   * All zero.
   *
   * @param size coordinates
   * @param rows most rows of one addition
   */
  SquareSums(Products products, int size, int rows) {
    this.size = size;
    this.noDecay = new float[BLOCK];
    this.x = new Rows(products, rows, size);
    for (int first = 0; first < size; first += BLOCK) {
      int columns = Math.min(BLOCK, size - first);
      Panels sums = new Panels(products, first + columns, columns);
      blocks.add(new Block(first, columns, new Rows(products, rows, columns), sums));
    }
  }

  /** Returns what the next rows are written into, (rows × coordinates). */
  Rows x() {
    return x;
  }

  /** Gets row {@code i} of {@link #x} ready to be added. */
  void prepare(int i) {
    for (Block block : blocks) {
      System.arraycopy(
          x.values(), x.at(i) + block.first, block.g.values(), block.g.at(i), block.columns);
    }
  }

  int blocks() {
    return blocks.size();
  }

  /** Adds the products of {@code rows} rows to block {@code b}. */
  void add(int b, int rows) {
    Block block = blocks.get(b);
    block.sums.update(x, rows, block.g, noDecay);
  }

  /** Returns the whole matrix divided by {@code count}, row by row. */
  Rows mean(Products products, int count) {
    Rows mean = new Rows(products, size, size);
    for (Block block : blocks) {
      int end = block.first + block.columns;
      float[] columns = new float[end * block.columns];
      block.sums.get(0, block.columns, columns);
      for (int u = 0; u < block.columns; u++) {
        int k = block.first + u;
        for (int j = 0; j <= k; j++) {
          float value = (float) ((double) columns[u * end + j] / count);
          mean.values()[mean.at(j) + k] = value;
          mean.values()[mean.at(k) + j] = value;
        }
      }
    }
    return mean;
  }
}
