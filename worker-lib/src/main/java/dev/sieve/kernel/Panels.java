package dev.sieve.kernel;

import java.util.Arrays;

/**
 * The weights of a layer, (inputs × columns), in the order in which products read them: {@link
 * Products#lanes} neighbouring columns form a panel, and the panels follow each other in memory.
 *
 * <pre>
 *                  panel 0                            panel 1
 *          u0  u1  u2  u3 …  u7             u8  u9   ·   · …   ·
 *   j0  [   0   1   2   3 …   7 ]       [   64  65  66  67 …  71 ]
 *   j1  [   8   9  10  11 …  15 ]       [   72  73  74  75 …  79 ]
 *   …
 *   j6  [  48  49  50  51 …  55 ]       [  112 113 114 115 … 119 ]
 *    ·  [  56  57  58  59 …  63 ]       [  120 121 122 123 … 127 ]
 * </pre>
 *
 * <p>The numbers are places in memory, for 7 inputs (j), 10 columns (u) and 8 lanes; dots mark
 * padding, which is zero. With Sieve's own kernels, a row of a panel fills one vector of the
 * processor. Several networks may stand side by side, each in columns of its own.
 *
 * <p>Not a record: it is bulk, never compared.
 */
public final class Panels {
  /** The depth is a multiple of it: kernels take that many inputs at a time. */
  static final int DEPTH = 8;

  /**
   * Index of the first weight. A large array begins at a multiple of 64 bytes, its numbers 16 bytes
   * later; 12 floats more and vectors of 64 bytes do not cross cache lines, which makes them
   * faster.
   */
  static final int FIRST = 12;

  private final Products products;
  private final int lanes;
  private final int inputs;
  private final int depth;
  private final int width;
  private final float[] values;

  /** All zero, laid out for {@code products}. */
  public Panels(Products products, int inputs, int columns) {
    this.products = products;
    this.lanes = products.lanes(columns);
    this.inputs = inputs;
    this.depth = roundUp(inputs, DEPTH);
    this.width = roundUp(columns, products.alignment());
    this.values = new float[FIRST + Math.multiplyExact(depth, width)];
  }

  static int roundUp(int number, int multiple) {
    return (number + multiple - 1) / multiple * multiple;
  }

  /** Returns the inputs, padding included. */
  public int depth() {
    return depth;
  }

  /** Returns the columns, padding included. */
  public int width() {
    return width;
  }

  /** Returns the weights, padding included; the array itself, which engines read and write. */
  public float[] values() {
    return values;
  }

  /** Returns the number of panels. */
  public int panels() {
    return width / lanes;
  }

  /** Returns how many panels the first {@code columns} columns take up. */
  public int panels(int columns) {
    return (columns + lanes - 1) / lanes;
  }

  /** Returns the first column of panel {@code p}. */
  public int column(int p) {
    return p * lanes;
  }

  /** Returns where the weights of input {@code j} begin in panel {@code p}. */
  public int at(int p, int j) {
    return FIRST + (p * depth + j) * lanes;
  }

  /** Returns where a column begins; the weight of the next input lies {@code lanes} further on. */
  private int start(int column) {
    return at(column / lanes, 0) + column % lanes;
  }

  /** Makes all weights zero. */
  public void clear() {
    Arrays.fill(values, 0f);
  }

  /** Copies {@code w}, (inputs × units), unit by unit, into the columns from {@code column} on. */
  public void set(int column, int units, float[] w) {
    for (int u = 0; u < units; u++) {
      int start = start(column + u);
      for (int j = 0; j < inputs; j++) {
        values[start + j * lanes] = w[u * inputs + j];
      }
    }
  }

  /** Writes the columns from {@code column} on into {@code w}, (inputs × units). */
  public void get(int column, int units, float[] w) {
    for (int u = 0; u < units; u++) {
      int start = start(column + u);
      for (int j = 0; j < inputs; j++) {
        w[u * inputs + j] = values[start + j * lanes];
      }
    }
  }

  /** Returns ΣW² of {@code units} columns from {@code column} on, in double. */
  public double sumOfSquares(int column, int units) {
    double sum = 0;
    for (int u = column; u < column + units; u++) {
      int start = start(u);
      for (int j = 0; j < inputs; j++) {
        double value = values[start + j * lanes];
        sum += value * value;
      }
    }
    return sum;
  }

  /** Writes Wᵀ into {@code to}, which has as many inputs as this has columns. */
  public void transposeInto(Panels to) {
    for (int j = 0; j < inputs; j++) {
      int start = to.start(j);
      for (int p = 0; p < panels(to.inputs); p++) {
        int from = at(p, j);
        for (int u = column(p); u < Math.min(to.inputs, column(p + 1)); u++) {
          to.values[start + u * to.lanes] = values[from + u - column(p)];
        }
      }
    }
  }

  /**
   * Writes A = max(f, b + X W); reads {@code x}, {@code bias} and {@code floor}.
   *
   * @param x (rows × inputs), zero between inputs and {@link #depth}
   * @param bias {@link #width} numbers
   * @param floor {@link #width} numbers: 0 for a ReLU, −∞ for none
   * @param a (rows × {@link #width}); rows of padding are written too
   */
  public void forward(Rows x, int rows, float[] bias, float[] floor, Rows a) {
    forward(x, rows, bias, floor, a, 0, panels());
  }

  /** The same for the panels from {@code from} up to {@code to}, exclusive. */
  public void forward(Rows x, int rows, float[] bias, float[] floor, Rows a, int from, int to) {
    products.forward(x, Rows.padded(rows), this, bias, floor, a, from, to);
  }

  /**
   * Adds decay ∘ W + Xᵀ G to W; reads {@code x}, {@code g} and {@code decay}.
   *
   * @param x (rows × inputs), zero between inputs and {@link #depth}
   * @param g (rows × {@link #width}), zero in columns of padding
   * @param decay {@link #width} numbers: each column's own factor
   */
  public void update(Rows x, int rows, Rows g, float[] decay) {
    update(x, rows, g, decay, 0, panels());
  }

  /** The same for the panels from {@code from} up to {@code to}, exclusive. */
  public void update(Rows x, int rows, Rows g, float[] decay, int from, int to) {
    products.update(x, rows, g, decay, this, from, to);
  }
}
