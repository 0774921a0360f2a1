package dev.sieve.data.component;

import dev.sieve.data.input.Inputs;

/** How many inputs differ among examples: there are no more components than these. */
public final class VaryingInputs {
  private VaryingInputs() {}

  /** Returns their number among the examples at {@code rows}; stops counting at {@code enough}. */
  public static int count(Inputs inputs, int[] rows, int enough) {
    float[] first = new float[inputs.width()];
    float[] x = new float[inputs.width()];
    boolean[] varies = new boolean[inputs.width()];
    inputs.load(rows[0], first, 0);
    int count = 0;
    for (int i = 1; i < rows.length && count < enough; i++) {
      inputs.load(rows[i], x, 0);
      for (int j = 0; j < x.length; j++) {
        if (!varies[j] && x[j] != first[j]) {
          varies[j] = true;
          count++;
        }
      }
    }
    return count;
  }
}
