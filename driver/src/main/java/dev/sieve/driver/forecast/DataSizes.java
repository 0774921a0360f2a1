package dev.sieve.driver.forecast;

import static java.util.Objects.requireNonNull;

import dev.sieve.bench.ExampleKind;
import dev.sieve.data.ByteValues;
import dev.sieve.data.DataSet;
import dev.sieve.data.ImageShape;
import dev.sieve.data.Selection;
import dev.sieve.data.source.Promise;
import java.util.List;
import java.util.Optional;

/**
 * What decides how long training on a data set takes, and how much memory it needs.
 *
 * @param name of the source
 * @param parts files of the pool
 * @param pool examples to train and validate on
 * @param test examples to test on
 */
public record DataSizes(
    String name, List<DataSet.Part> parts, int pool, int test, ExampleKind examples) {
  public DataSizes {
    requireNonNull(name, "name is null");
    parts = List.copyOf(parts);
    requireNonNull(examples, "examples are null");
  }

  /** Returns those of {@code set}. */
  public static DataSizes of(DataSet set) {
    return new DataSizes(
        set.name(),
        set.parts(),
        set.pool().count(),
        set.test().count(),
        new ExampleKind(
            set.width(), set.pool().values() instanceof ByteValues, set.shape(), set.classes()));
  }

  /** Returns those that a source promises before it is opened; empty where it cannot. */
  public static Optional<DataSizes> of(String name, Optional<Promise> promise) {
    return promise.flatMap(known -> known.shape().map(shape -> of(name, known, shape)));
  }

  private static DataSizes of(String name, Promise promise, ImageShape shape) {
    return new DataSizes(
        name,
        promise.files(),
        promise.pool(),
        promise.test(),
        new ExampleKind(shape.inputs(), true, shape, promise.classes()));
  }

  /** Returns how many examples {@code selection} takes. */
  int count(Selection selection) {
    return selection instanceof Selection.Count count
        ? count.examples()
        : parts.stream()
            .filter(part -> selection.files().contains(part.name()))
            .mapToInt(DataSet.Part::count)
            .sum();
  }

  /** Returns the bytes of all examples and their labels. */
  long bytes() {
    return (pool + (long) test) * (examples.size() + Integer.BYTES);
  }
}
