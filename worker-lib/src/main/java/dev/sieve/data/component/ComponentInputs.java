package dev.sieve.data.component;

import static dev.sieve.Checks.require;

import dev.sieve.data.Examples;
import dev.sieve.data.FloatValues;
import dev.sieve.data.Labels;
import dev.sieve.data.input.Inputs;
import dev.sieve.data.input.Mover;
import java.util.Optional;

/** Principal components as inputs: kept as they are, so that a step only copies them. */
final class ComponentInputs implements Inputs {
  private final FloatValues values;
  private final Labels labels;
  private final float[] signs; // of a mirrored image, by component; null where they are no images

  ComponentInputs(Examples examples, float[] signs) {
    this.values = (FloatValues) examples.values();
    this.labels = examples.labels();
    this.signs = signs;
  }

  @Override
  public int width() {
    return values.width();
  }

  @Override
  public int count() {
    return labels.count();
  }

  @Override
  public int label(int row) {
    return labels.of(row);
  }

  @Override
  public void load(int row, float[] x, int at) {
    System.arraycopy(values.block(row), values.at(row), x, at, values.width());
  }

  /** {@inheritDoc} It mirrors, but cannot shift. */
  @Override
  public Optional<Mover> mover(int shift, int batch) {
    require(shift == 0, "shift", "must be 0 for principal components", shift);
    return signs == null ? Optional.empty() : Optional.of(this::load);
  }

  private void load(
      int row, boolean mirrored, int down, int right, boolean edge, int place, float[] x, int to) {
    if (mirrored) {
      multiply(values.block(row), values.at(row), signs, x, to);
    } else {
      load(row, x, to);
    }
  }

  private static void multiply(float[] values, int from, float[] signs, float[] x, int to) {
    for (int c = 0; c < signs.length; c++) {
      x[to + c] = values[from + c] * signs[c];
    }
  }
}
