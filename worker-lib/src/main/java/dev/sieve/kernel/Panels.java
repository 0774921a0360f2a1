package dev.sieve.kernel;

import java.util.Arrays;

/**
 * The weights of a layer, (inputs × columns), as the kernels want them: {@link Kernels#lanes}
 * columns side by side form a panel, and the panels follow each other. Inputs and columns are
 * padded with zeros. Several networks may stand side by side, each in its own columns. Not a
 * record: it is bulk, never compared.
 */
public final class Panels {
  /** The depth is a multiple of it: kernels take so many inputs at a time. */
  static final int DEPTH = 8;

  /**
   * Where weights begin: an array's first number lies 16 bytes behind a place where large arrays
   * begin, and vectors of 64 bytes are faster where they do not lie across two cache lines.
   */
  static final int FIRST = 12;

  private final Kernels kernels;
  private final int inputs;
  private final int depth;
  private final int width;
  private final float[] values;

  /** All zero, for the fastest kernels. */
  public Panels(int inputs, int columns) {
    this(Kernels.FASTEST, inputs, columns);
  }

  Panels(Kernels kernels, int inputs, int columns) {
    this.kernels = kernels;
    this.inputs = inputs;
    this.depth = roundUp(inputs, DEPTH);
    this.width = roundUp(columns, kernels.alignment());
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

  float[] values() {
    return values;
  }

  /** Returns the number of panels. */
  public int panels() {
    return width / kernels.lanes();
  }

  /** Returns how many panels the first {@code columns} columns stand in. */
  public int panels(int columns) {
    return (columns + kernels.lanes() - 1) / kernels.lanes();
  }

  /** Returns the first column of panel {@code p}. */
  public int column(int p) {
    return p * kernels.lanes();
  }

  /** Returns where the weights of input {@code j} begin in panel {@code p}. */
  int at(int p, int j) {
    return FIRST + (p * depth + j) * kernels.lanes();
  }

  /** Returns where the weights of a column begin; the next input's lies {@code lanes} behind. */
  private int start(int column) {
    return at(column / kernels.lanes(), 0) + column % kernels.lanes();
  }

  /** Makes all weights zero. */
  public void clear() {
    Arrays.fill(values, 0f);
  }

  /** Copies {@code w}, (inputs × units), one unit after the other, into the columns from on. */
  public void set(int column, int units, float[] w) {
    int lanes = kernels.lanes();
    for (int u = 0; u < units; u++) {
      int start = start(column + u);
      for (int j = 0; j < inputs; j++) {
        values[start + j * lanes] = w[u * inputs + j];
      }
    }
  }

  /** Writes the columns from {@code column} on into {@code w}, (inputs × units). */
  public void get(int column, int units, float[] w) {
    int lanes = kernels.lanes();
    for (int u = 0; u < units; u++) {
      int start = start(column + u);
      for (int j = 0; j < inputs; j++) {
        w[u * inputs + j] = values[start + j * lanes];
      }
    }
  }

  /** Returns ΣW² of {@code units} columns from {@code column} on, in double. */
  public double sumOfSquares(int column, int units) {
    int lanes = kernels.lanes();
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
    int lanes = kernels.lanes();
    for (int j = 0; j < inputs; j++) {
      int start = to.start(j);
      for (int p = 0; p < panels(to.inputs); p++) {
        int from = at(p, j);
        for (int u = column(p); u < Math.min(to.inputs, column(p + 1)); u++) {
          to.values[start + u * lanes] = values[from + u - column(p)];
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
    kernels.forward(x, Rows.padded(rows), this, bias, floor, a, from, to);
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
    kernels.update(x, rows, g, decay, this, from, to);
  }
}
