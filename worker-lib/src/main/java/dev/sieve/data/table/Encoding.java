package dev.sieve.data.table;

import java.util.List;

/**
 * The way from a row's cells to its inputs: numbers as they are, 0 or NaN where one is missing, and
 * an input per text.
 */
final class Encoding {
  private final int inputs;
  private final int[] first; // input of each feature
  private final int[][] ranks; // of the texts of a feature; null for numbers
  private final float fill; // what stands for missing numbers

  private Encoding(int inputs, int[] first, int[][] ranks, float fill) {
    this.inputs = inputs;
    this.first = first;
    this.ranks = ranks;
    this.fill = fill;
  }

  /**
   * @param count values of each row: one per feature, or those of an array
   */
  static Encoding of(List<Feature> features, Missing missing, int count) {
    int[] first = new int[count];
    int[][] ranks = new int[count][];
    int inputs = 0;
    for (int i = 0; i < count; i++) {
      first[i] = inputs;
      boolean isCell = count == features.size(); // or else one of an array
      if (isCell && features.get(i).isText()) {
        ranks[i] = features.get(i).ranks();
      }
      inputs += ranks[i] == null ? 1 : ranks[i].length;
    }
    return new Encoding(inputs, first, ranks, missing == Missing.MEAN ? Float.NaN : 0);
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
        for (int j = 0; j < ranks[i].length; j++) {
          to[first[i] + j] = j == rank ? 1 : 0;
        }
      }
    }
  }
}
