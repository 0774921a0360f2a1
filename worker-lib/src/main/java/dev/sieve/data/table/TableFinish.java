package dev.sieve.data.table;

import dev.sieve.Texts;
import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.Examples;
import dev.sieve.data.ImageShape;
import dev.sieve.data.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** Makes a data set of all rows: test examples set apart, missing values filled, texts encoded. */
final class TableFinish {
  private final TableSettings settings;
  private final List<Feature> features;
  private final LabelCodes labels;
  private final TablePart pool;
  private final TablePart test;
  private final IntConsumer beforeEncoding;

  /**
   * @param beforeEncoding is told the inputs of an example, where texts become some
   */
  TableFinish(
      TableSettings settings,
      List<Feature> features,
      LabelCodes labels,
      TablePart pool,
      TablePart test,
      IntConsumer beforeEncoding) {
    this.settings = settings;
    this.features = features;
    this.labels = labels;
    this.pool = pool;
    this.test = test;
    this.beforeEncoding = beforeEncoding;
  }

  DataSet dataSet(String name, ImageShape shape) {
    checkMissing();
    TableSplit split = TableSplit.of(settings, pool, test);
    checkWidths(split.testPart());
    ValueStore inputs = pool.values(pool.width());
    ValueStore testInputs = split.testPart().values(pool.width());
    boolean plain = features.stream().allMatch(f -> !f.isText() && f.missing() == 0);
    if (!plain || inputs == testInputs) {
      Encoding encoding = Encoding.of(features, settings.missing(), inputs, split.pool());
      if (encoding.inputs() == 0) {
        throw new DataException(
            Texts.format("features of %s must have values, but all are missing", settings.path()));
      }
      beforeEncoding.accept(encoding.inputs());
      testInputs = encoding.encoded(testInputs, split.test());
      inputs = encoding.encoded(inputs, split.pool());
    }
    boolean bytes = inputs.isBytes() && testInputs.isBytes();
    boolean missing = inputs.misses() || testInputs.misses();
    int[] classes = labels.classes();
    return new DataSet(
        name,
        new Examples(inputs.toValues(bytes, missing), labels(pool, split.pool(), classes)),
        split.parts(),
        new Examples(
            testInputs.toValues(bytes, missing), labels(split.testPart(), split.test(), classes)),
        labels.names(),
        shape);
  }

  private void checkMissing() {
    List<Feature> incomplete = features.stream().filter(f -> f.missing() > 0).toList();
    if (settings.missing() == Missing.REFUSE && !incomplete.isEmpty()) {
      throw new DataException(
          Texts.format(
              "%s must have a value in each cell (or missing = mean or zero), but some are missing: %s",
              settings.path(),
              incomplete.stream()
                  .limit(20)
                  .map(f -> Texts.format("%s (%d)", f.name(), f.missing()))
                  .collect(Collectors.joining(", "))));
    }
  }

  private void checkWidths(TablePart testPart) {
    if (testPart.count() > 0 && testPart.width() != pool.width()) {
      throw new DataException(
          Texts.format(
              "%s must have %d values in each row as %s has, but has %d",
              settings.testPath().orElseThrow(), pool.width(), settings.path(), testPart.width()));
    }
  }

  private Labels labels(TablePart part, int[] rows, int[] classes) {
    return new Labels(
        labels.number(), Arrays.stream(rows).map(row -> classes[part.label(row)]).toArray());
  }
}
