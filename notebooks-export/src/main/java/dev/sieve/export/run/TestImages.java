package dev.sieve.export.run;

import dev.sieve.data.ByteValues;
import dev.sieve.data.DataException;
import dev.sieve.data.Examples;
import dev.sieve.data.ImageShape;
import dev.sieve.data.source.DataSource;
import dev.sieve.data.source.LocalFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The images that the final model was tested on. A run directory does not hold them: they are read
 * again from where the plan says, and taken for the same only if their labels are.
 *
 * @param shape of each image
 * @param pixels of all images
 */
public record TestImages(ImageShape shape, ByteValues pixels) {

  /**
   * Returns them; empty where they are not to be had on this machine, or are others, or no images.
   */
  public static Optional<TestImages> of(Run run) {
    return run.plan()
        .source()
        .flatMap(TestImages::open)
        .filter(test -> run.predictions().filter(p -> same(test, p)).isPresent())
        .flatMap(test -> run.plan().shape().flatMap(shape -> of(shape, test)));
  }

  private static Optional<TestImages> of(ImageShape shape, Examples test) {
    return test.values() instanceof ByteValues pixels && shape.inputs() == test.width()
        ? Optional.of(new TestImages(shape, pixels))
        : Optional.empty();
  }

  private static Optional<Examples> open(DataSource source) {
    try {
      return Optional.of(source.test(path -> new LocalFolder(Path.of(path))));
    } catch (DataException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean same(Examples test, Predictions predictions) {
    List<Predictions.Image> predicted = predictions.images();
    return test.count() == predicted.size()
        && predicted.stream().allMatch(image -> test.labels().of(image.number()) == image.label());
  }

  /** Returns the brightness, in [0, 1], of a pixel of image {@code number}. */
  public double brightness(int number, int row, int column, int channel) {
    int pixel = (channel * shape.height() + row) * shape.width() + column;
    return Byte.toUnsignedInt(pixels.block(number)[pixels.at(number) + pixel]) / 255.0;
  }
}
