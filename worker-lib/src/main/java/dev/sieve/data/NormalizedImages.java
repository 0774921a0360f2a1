package dev.sieve.data;

import static dev.sieve.Checks.check;

/** Images seen through a scaling: gathers and normalizes in one pass over the bytes. */
public final class NormalizedImages implements Inputs {
  private final Images images;
  private final Scaling scaling;

  public NormalizedImages(Images images, Scaling scaling) {
    check(
        images.shape().inputs() == scaling.inputs(),
        "images have %d inputs, but the scaling has %d",
        images.shape().inputs(),
        scaling.inputs());
    this.images = images;
    this.scaling = scaling;
  }

  Images images() {
    return images;
  }

  Scaling scaling() {
    return scaling;
  }

  @Override
  public int width() {
    return scaling.inputs();
  }

  @Override
  public int count() {
    return images.count();
  }

  @Override
  public int label(int row) {
    return images.labels()[row];
  }

  @Override
  public void load(int row, float[] x, int at) {
    scaling.apply(images.pixels(), row * scaling.inputs(), x, at);
  }
}
