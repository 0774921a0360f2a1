package dev.sieve.data.input;

import dev.sieve.data.FloatValues;
import dev.sieve.kernel.Rows;

/** Loads examples of floats, several at a time; owns where those of a mini-batch lie. */
final class FloatGatherer implements Gatherer {
  private final FloatValues values;
  private final Scaling scaling;
  private final float[][] blocks;
  private final int[] at;

  FloatGatherer(FloatValues values, Scaling scaling, int batch) {
    this.values = values;
    this.scaling = scaling;
    this.blocks = new float[batch][];
    this.at = new int[batch];
  }

  @Override
  public void load(int[] order, int from, int first, int end, Rows x) {
    for (int i = first; i < end; i++) {
      blocks[i] = values.block(order[from + i]);
      at[i] = values.at(order[from + i]);
    }
    scaling.apply(blocks, at, first, end, x);
  }
}
