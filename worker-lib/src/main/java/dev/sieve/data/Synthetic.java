package dev.sieve.data;

import static dev.sieve.Checks.check;

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
 * <p>Shaped to be about as hard as CIFAR-10 for networks this small. Accuracy on validation images:
 *
 * <ul>
 *   <li>softmax regression: 39.8 % (η = 0.01), 40.6 % (0.02)
 *   <li>50 hidden units: 42.2 % (η = 0.03), 47.1 % (0.06), 50.3 % (0.1), 55.3 % (0.2)
 *   <li>with seed 2: 40.1 % (η = 0.02), and 44.7 % (0.1) and 48.8 % (0.2)
 * </ul>
 *
 * Measured with seed 1, 8,000 images of the pool to train and its other 2,000 to validate, batches
 * of 100, per-pixel normalization, 8 epochs of plain gradient descent, λ = 0.001, η falling to 0
 * along half a cosine, one run each (standard error 1.1 points), by a NumPy program that shares no
 * code with Sieve. The strengths of the patterns were chosen on these same validation images.
 */
public final class Synthetic {
  /** Images of the pool where nobody says how many. */
  public static final int TRAIN = 10_000;

  /** Test images where nobody says how many. */
  public static final int TEST = 2_000;

  /** The seed of the images where nobody gives one. */
  public static final long SEED = 1;

  private static final Shape SHAPE = Shape.CIFAR10;

  private Synthetic() {}

  /**
   * Returns {@code train} images of one part named {@code synthetic}, and {@code test} further ones
   * of the same classes. Image i is of class i mod 10 and has a random stream of its own, so that
   * neither the number of images nor that of threads changes any.
   */
  public static ImageSet generate(int train, int test, long seed) {
    check(
        train >= 1 && test >= 1,
        "synthetic images must be >= 1 to train and to test, but were %d and %d",
        train,
        test);
    SyntheticPatterns patterns = new SyntheticPatterns(SHAPE.classes(), seed);
    return new ImageSet(
        "synthetic",
        images(train, patterns, seed, "synthetic-train"),
        List.of(new ImageSet.Part("synthetic", train)),
        images(test, patterns, seed, "synthetic-test"));
  }

  private static Images images(int count, SyntheticPatterns patterns, long seed, String purpose) {
    byte[] pixels = new byte[Math.multiplyExact(count, SHAPE.inputs())];
    byte[] labels = new byte[count];
    IntStream.range(0, count)
        .parallel()
        .forEach(
            i -> {
              labels[i] = (byte) (i % SHAPE.classes());
              patterns.draw(labels[i], Streams.of(seed, purpose, i), pixels, i * SHAPE.inputs());
            });
    return new Images(SHAPE, pixels, labels);
  }
}
