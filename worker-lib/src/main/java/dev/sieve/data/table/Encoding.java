package dev.sieve.data.table;

import java.util.List;

/**
 * The way from a row's cells to its inputs: numbers as they are, a fixed number where one is
 * missing, and an input per text.
 */
final class Encoding {
  private final int inputs;
  private final int[] first; // input of each feature
  private final int[][] ranks; // of the texts of a feature; null for numbers
  private final float[] fill; // what stands for missing numbers

  private Encoding(int inputs, int[] first, int[][] ranks, float[] fill) {
    this.inputs = inputs;
    this.first = first;
    this.ranks = ranks;
    this.fill = fill;
  }

  /**
   * @param store the rows of the pool are the {@code rows} of it, over which means are taken
   */
  static Encoding of(List<Feature> features, Missing missing, ValueStore store, int[] rows) {
    int count = store.width();
    int[] first = new int[count];
    int[][] ranks = new int[count][];
    int inputs = 0;
    boolean incomplete = false;
    for (int i = 0; i < count; i++) {
      first[i] = inputs;
      boolean isCell = count == features.size(); // or else one of an array
      if (isCell && features.get(i).isText()) {
        ranks[i] = features.get(i).ranks();
      }
      inputs += ranks[i] == null ? 1 : ranks[i].length;
      incomplete |= isCell && features.get(i).missing() > 0;
    }
    float[] fill = incomplete && missing == Missing.MEAN ? means(store, rows) : new float[count];
    return new Encoding(inputs, first, ranks, fill);
  }

  /** Returns the mean of each column over the rows that have a value; 0 where none has. */
  private static float[] means(ValueStore store, int[] rows) {
    int width = store.width();
    double[] sums = new double[width];
    int[] counts = new int[width];
    float[] row = new float[width];
    for (int at : rows) {
      store.get(at, row);
      for (int j = 0; j < width; j++) {
        if (!Float.isNaN(row[j])) {
          sums[j] += row[j];
          counts[j]++;
        }
      }
    }
    float[] means = new float[width];
    for (int j = 0; j < width; j++) {
      means[j] = counts[j] == 0 ? 0 : (float) (sums[j] / counts[j]);
    }
    return means;
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
        to[first[i]] = Float.isNaN(from[i]) ? fill[i] : from[i];
      } else {
        int rank = from[i] >= 0 ? ranks[i][(int) from[i]] : Feature.NO_LEVEL;
        for (int j = 0; j < ranks[i].length; j++) {
          to[first[i] + j] = j == rank ? 1 : 0;
        }
      }
    }
  }
}
