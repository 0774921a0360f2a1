package dev.sieve.data.input;

import static dev.sieve.Checks.check;

import dev.sieve.data.ByteValues;
import dev.sieve.data.Examples;
import dev.sieve.data.FloatValues;
import dev.sieve.data.ImageShape;
import dev.sieve.data.Labels;
import java.util.Optional;

/** Examples seen through a scaling: gathers and normalizes in one pass over their values. */
public final class NormalizedExamples implements Inputs {
  private final ByteValues bytes; // null where values are floats
  private final FloatValues floats; // null where they are bytes
  private final Labels labels;
  private final ImageShape shape; // null where they are no images
  private final Scaling scaling;

  /**
   * @param shape of each example where they are images; null otherwise
   */
  public NormalizedExamples(Examples examples, ImageShape shape, Scaling scaling) {
    check(
        examples.width() == scaling.inputs(),
        "examples have %d inputs, but the scaling has %d",
        examples.width(),
        scaling.inputs());
    this.bytes = examples.values() instanceof ByteValues values ? values : null;
    this.floats = examples.values() instanceof FloatValues values ? values : null;
    this.labels = examples.labels();
    this.shape = shape;
    this.scaling = scaling;
  }

  /** {@inheritDoc} It can for images of bytes. */
  @Override
  public Optional<Mover> mover(int shift, int batch) {
    return shape == null || bytes == null
        ? Optional.empty()
        : Optional.of(new ImageMover(bytes, shape, scaling, shift, batch));
  }

  @Override
  public Optional<ImageShape> shape() {
    return Optional.ofNullable(shape);
  }

  @Override
  public int width() {
    return scaling.inputs();
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
  public Gatherer gatherer(int batch) {
    return bytes != null
        ? new ByteGatherer(bytes, scaling, batch)
        : new FloatGatherer(floats, scaling, batch);
  }

  @Override
  public void load(int row, float[] x, int at) {
    if (bytes != null) {
      scaling.apply(bytes.block(row), bytes.at(row), x, at);
    } else {
      scaling.apply(floats.block(row), floats.at(row), x, at);
    }
  }
}
