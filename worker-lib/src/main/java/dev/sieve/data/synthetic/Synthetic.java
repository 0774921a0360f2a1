package dev.sieve.data.synthetic;

import static dev.sieve.Checks.check;

import dev.sieve.data.ByteValues;
import dev.sieve.data.DataSet;
import dev.sieve.data.Examples;
import dev.sieve.data.ImageShape;
import dev.sieve.data.Labels;
import dev.sieve.sample.Streams;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes images that are to be told apart, so that a search runs without any files: 32 × 32 pixels,
 * 3 channels, 10 classes of equal size. They are no photographs and stand in for none.
 *
 * <p>Each image is smooth noise of its own, plus a weak smooth pattern of its class, which a linear
 * model sees, plus a stronger one that is added or subtracted by the toss of a coin: its mean is
 * zero, so that only a model with hidden units sees it. See {@link SyntheticPatterns}.
 *
 * <p>Shaped to be about as hard as CIFAR-10 for networks this small. Best accuracy on 2,000
 * validation images (standard error 1.1 points), of five learning rates times three penalties, 8
 * epochs on 8,000 images, batches of 100, one triangular cycle, per-pixel normalization:
 *
 * <ul>
 *   <li>softmax regression: 40.6 % (η up to 0.03, λ = 0.03); with image seed 2, 38.8 %
 *   <li>50 hidden units: 50.2 % (η up to 0.3, λ = 0.003); with image seed 2, 47.1 %
 * </ul>
 *
 * Measured by {@code submit/sieve search conf/synthetic.conf}.
 */
public final class Synthetic {
  private static final ImageShape SHAPE = ImageShape.CIFAR10;

  /** Classes of the images. */
  static final int CLASSES = 10;

  private Synthetic() {}

  /**
   * Returns {@code train} images of one part named {@code synthetic}, and {@code test} further ones
   * of the same classes. Image i is of class i mod 10 and has a random stream of its own, so that
   * neither the number of images nor that of threads changes any.
   */
  public static DataSet generate(int train, int test, long seed) {
    check(
        train >= 1 && test >= 1,
        "synthetic images must be >= 1 to train and to test, but were %d and %d",
        train,
        test);
    SyntheticPatterns patterns = new SyntheticPatterns(CLASSES, seed);
    return new DataSet(
        SyntheticSource.NAME,
        images(train, patterns, seed, "synthetic-train"),
        List.of(new DataSet.Part(SyntheticSource.NAME, train)),
        images(test, patterns, seed, "synthetic-test"),
        List.of(),
        SHAPE);
  }

  private static Examples images(int count, SyntheticPatterns patterns, long seed, String purpose) {
    byte[] pixels = new byte[Math.multiplyExact(count, SHAPE.inputs())];
    int[] labels = new int[count];
    IntStream.range(0, count)
        .parallel()
        .forEach(
            i -> {
              labels[i] = i % CLASSES;
              patterns.draw(labels[i], Streams.of(seed, purpose, i), pixels, i * SHAPE.inputs());
            });
    return new Examples(new ByteValues(SHAPE.inputs(), pixels), new Labels(CLASSES, labels));
  }
}
