package dev.sieve.data.table;

import dev.sieve.data.ImageShape;
import dev.sieve.data.Selection;
import dev.sieve.data.SplitRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a table becomes a data set.
 *
 * @param path of the examples to train and validate on
 * @param testPath of the test examples; empty where they are a share of those at {@code path}
 * @param testShare of the examples at {@code path} that test, where neither {@code testPath} nor
 *     {@code split} says which; 0: none
 * @param split the column that says which rows train, validate and test; empty for none
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
    Optional<String> split,
    String label,
    List<String> features,
    Missing missing,
    Categories categories,
    int levels,
    Optional<ImageShape> shape) {

  public TableSettings {
    features = List.copyOf(features);
  }

  /** Returns how rows are split, where a column says so. */
  public Optional<SplitRule> splitRule() {
    return split.map(
        column ->
            new SplitRule(
                new Selection.Files(List.of(RowUse.TRAIN.text())),
                new Selection.Files(List.of(RowUse.VALIDATION.text()))));
  }

  /** Returns whether a column of this name, where there is one, is an input. */
  public boolean isFeature(String column) {
    return features.isEmpty()
        ? !column.equals(label) && split.filter(column::equals).isEmpty()
        : features.contains(column);
  }

  /** Returns the paths that are read. */
  public List<String> paths() {
    return Stream.concat(Stream.of(path), testPath.stream()).toList();
  }
}
