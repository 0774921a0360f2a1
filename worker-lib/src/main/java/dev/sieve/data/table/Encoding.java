package dev.sieve.data.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The way from a row's cells to its inputs: numbers as they are, 0 or NaN where one is missing, and
 * an input per text.
 */
final class Encoding {
  private final int inputs;
  private final int[] first; // input of each feature, and the end of the last
  private final int[][] ranks; // of the texts of a feature; null for numbers
  private final float fill; // what stands for missing numbers

  private Encoding(int[] first, int[][] ranks, float fill) {
    this.inputs = first[first.length - 1];
    this.first = first;
    this.ranks = ranks;
    this.fill = fill;
  }

  /**
   * @param store rows of one cell per feature, or of the values of an array; those at {@code rows}
   *     are the pool, each text of which has an input
   */
  static Encoding of(List<Feature> features, Missing missing, ValueStore store, int[] rows) {
    int count = store.width();
    boolean cells = count == features.size(); // or else an array, of no text
    int[] first = new int[count + 1];
    int[][] ranks = new int[count][];
    for (int i = 0; i < count; i++) {
      int inputs = 1;
      if (cells && features.get(i).isText()) {
        BitSet used = store.integers(i, rows);
        ranks[i] = features.get(i).ranks(used);
        inputs = used.cardinality();
      }
      first[i + 1] = first[i] + inputs;
    }
    return new Encoding(first, ranks, missing == Missing.MEAN ? Float.NaN : 0);
  }

  /** Returns the number of inputs; 0 where no text has any. */
  int inputs() {
    return inputs;
  }

  ValueStore encoded(ValueStore cells, int[] rows) {
    ValueStore encoded = new ValueStore(inputs);
    float[] from = new float[cells.width()];
    float[] to = new float[inputs];
    for (int row : rows) {
      cells.get(row, from);
      encode(from, to);
      encoded.add(to);
    }
    return encoded;
  }

  private void encode(float[] from, float[] to) {
    for (int i = 0; i < from.length; i++) {
      if (ranks[i] == null) {
        to[first[i]] = Float.isNaN(from[i]) ? fill : from[i];
      } else {
        int rank = from[i] >= 0 ? ranks[i][(int) from[i]] : Feature.NO_LEVEL;
        Arrays.fill(to, first[i], first[i + 1], 0);
        if (rank != Feature.NO_LEVEL) {
          to[first[i] + rank] = 1;
        }
      }
    }
  }
}
