package dev.sieve.data;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A data set as it comes: examples to train and validate on, in the order of the files they came
 * from, and the test examples, which only the last evaluation reads.
 *
 * @param name of the source: {@code cifar10}, {@code synthetic}
 * @param pool of which training and validation examples are chosen
 * @param parts the files of the pool, in its order; together they are the pool
 * @param test never trained on, never used to choose; none where nothing is to be tested on
 * @param classNames one per class; empty where classes are known by their numbers alone
 * @param shape of each example where they are images; null otherwise
 */
public record DataSet(
    String name,
    Examples pool,
    List<Part> parts,
    Examples test,
    List<String> classNames,
    ImageShape shape)
    implements Serializable {

  public DataSet {
    requireNonNull(name, "name is null");
    requireNonNull(pool, "pool is null");
    requireNonNull(test, "test is null");
    parts = List.copyOf(parts);
    classNames = List.copyOf(classNames);
    long held = parts.stream().mapToLong(Part::count).sum();
    check(held == pool.count(), "parts hold %d examples, but the pool %d", held, pool.count());
    checkAlike(pool, test);
    check(
        classNames.isEmpty() || classNames.size() == pool.classes(),
        "each of %d classes needs a name, but got %d names",
        pool.classes(),
        classNames.size());
    check(
        new HashSet<>(classNames).size() == classNames.size(),
        "classes must have different names, but were %s",
        classNames);
    if (shape != null) {
      check(
          shape.inputs() == pool.width(),
          "images of %d x %d pixels and %d channels need %d values, but have %d",
          shape.height(),
          shape.width(),
          shape.channels(),
          shape.inputs(),
          pool.width());
    }
  }

  private static void checkAlike(Examples pool, Examples test) {
    check(
        pool.width() == test.width(),
        "pool and test examples must have as many values, but have %d and %d",
        pool.width(),
        test.width());
    check(
        pool.classes() == test.classes(),
        "pool and test examples must have as many classes, but have %d and %d",
        pool.classes(),
        test.classes());
    check(
        pool.values().getClass() == test.values().getClass(),
        "pool and test examples must both be bytes or both floats, but are %s and %s",
        pool.values().getClass().getSimpleName(),
        test.values().getClass().getSimpleName());
  }

  /** Returns the number of inputs d of a network. */
  public int width() {
    return pool.width();
  }

  public int classes() {
    return pool.classes();
  }

  /** Returns the shape of each example; empty where they are no images. */
  public Optional<ImageShape> imageShape() {
    return Optional.ofNullable(shape);
  }

  /** Returns 64 hexadecimal digits; reads all the data. See {@link Fingerprint}. */
  public String fingerprint() {
    return Fingerprint.of(this);
  }

  /**
   * One file of the pool.
   *
   * @param name without folder and ending: {@code data_batch_1}
   * @param count examples in it
   */
  public record Part(String name, int count) implements Serializable {}
}
