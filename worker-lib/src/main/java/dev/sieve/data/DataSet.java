package dev.sieve.data;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/**
 * A data set as it comes: images to train and validate on, in the order of the files they came
 * from, and the test images, which only the last evaluation reads.
 *
 * @param name of the source: {@code cifar10}, {@code synthetic}
 * @param train the pool of which training and validation images are chosen
 * @param parts the files of the pool, in its order; together they are the pool
 * @param test never trained on, never used to choose
 */
public record DataSet(String name, Images train, List<Part> parts, Images test)
    implements Serializable {

  public DataSet {
    requireNonNull(name, "name is null");
    requireNonNull(train, "train is null");
    requireNonNull(test, "test is null");
    parts = List.copyOf(parts);
    int images = parts.stream().mapToInt(Part::count).sum();
    check(images == train.count(), "parts hold %d images, but the pool %d", images, train.count());
    check(
        train.shape().equals(test.shape()),
        "train and test images must have one shape, but were %s and %s",
        train.shape(),
        test.shape());
  }

  /**
   * One file of the pool.
   *
   * @param name without folder and ending: {@code data_batch_1}
   * @param count images in it
   */
  public record Part(String name, int count) implements Serializable {}
}
