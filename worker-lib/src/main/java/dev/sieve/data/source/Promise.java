package dev.sieve.data.source;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import dev.sieve.data.DataSet;
import dev.sieve.data.ImageShape;
import dev.sieve.data.Selection;
import java.util.List;
import java.util.Optional;

/**
 * What a source knows of its data before it is opened, so that mistakes are found without.
 *
 * @param pool number of examples to train and validate on
 * @param files the parts of the pool that a split may name; none where it comes in no files
 * @param test number of test examples
 * @param shape of each example; empty where they are no images
 * @param classes number of them
 * @param classNames one per class, or none at all
 */
public record Promise(
    int pool,
    List<DataSet.Part> files,
    int test,
    Optional<ImageShape> shape,
    int classes,
    List<String> classNames) {

  public Promise {
    check(pool >= 1, "a pool must have at least one example, but has %d", pool);
    files = List.copyOf(files);
    requireNonNull(shape, "shape is null");
    classNames = List.copyOf(classNames);
  }

  /** Returns the names of the files, in their order. */
  public List<String> fileNames() {
    return files.stream().map(DataSet.Part::name).toList();
  }

  /** Returns how many examples {@code selection} takes, of files that are there. */
  int count(Selection.Files selection) {
    return files.stream()
        .filter(file -> selection.names().contains(file.name()))
        .mapToInt(DataSet.Part::count)
        .sum();
  }
}
