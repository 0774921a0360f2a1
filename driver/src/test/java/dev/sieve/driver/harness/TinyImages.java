package dev.sieve.driver.harness;

import dev.sieve.data.ByteValues;
import dev.sieve.data.DataSet;
import dev.sieve.data.Examples;
import dev.sieve.data.ImageShape;
import dev.sieve.data.synthetic.Synthetic;

/** Images of 4 × 4 pixels: whole searches over them take milliseconds. */
final class TinyImages {
  private static final ImageShape SHAPE = new ImageShape(4, 4, 3);

  private TinyImages() {}

  /** Returns every eighth pixel of every eighth row of synthetic images. */
  static DataSet generate(int train, int test, long seed) {
    DataSet large = Synthetic.generate(train, test, seed);
    return new DataSet(
        large.name(),
        tiny(large.pool()),
        large.parts(),
        tiny(large.test()),
        large.classNames(),
        SHAPE);
  }

  private static Examples tiny(Examples images) {
    ImageShape from = ImageShape.CIFAR10;
    ByteValues pixels = (ByteValues) images.values();
    byte[] kept = new byte[images.count() * SHAPE.inputs()];
    int k = 0;
    for (int i = 0; i < images.count(); i++) {
      for (int channel = 0; channel < from.channels(); channel++) {
        for (int y = 0; y < from.height(); y += from.height() / SHAPE.height()) {
          for (int x = 0; x < from.width(); x += from.width() / SHAPE.width()) {
            int at = (channel * from.height() + y) * from.width() + x;
            kept[k++] = pixels.block(i)[pixels.at(i) + at];
          }
        }
      }
    }
    return new Examples(new ByteValues(SHAPE.inputs(), kept), images.labels());
  }
}
