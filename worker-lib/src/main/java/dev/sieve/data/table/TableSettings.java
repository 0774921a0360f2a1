package dev.sieve.data.table;

import dev.sieve.data.ImageShape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a table becomes a data set.
 *
 * @param path of the examples to train and validate on
 * @param testPath of the test examples; empty where they are a share of those at {@code path}
 * @param testShare of the examples at {@code path} that test, where {@code testPath} is empty
 * @param label the column of the classes
 * @param features the columns of the inputs, in their order; none: all but the label
 * @param missing what becomes of missing values
 * @param categories what becomes of text
 * @param levels most different texts of a column of categories
 * @param shape of the images that the inputs are, plane by plane; empty where they are none
 */
public record TableSettings(
    String path,
    Optional<String> testPath,
    double testShare,
    String label,
    List<String> features,
    Missing missing,
    Categories categories,
    int levels,
    Optional<ImageShape> shape) {

  public TableSettings {
    features = List.copyOf(features);
  }

  /** Returns the paths that are read. */
  public List<String> paths() {
    return Stream.concat(Stream.of(path), testPath.stream()).toList();
  }
}
