package dev.sieve.data.table;

import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.Examples;
import dev.sieve.data.ImageShape;
import dev.sieve.data.Labels;
import dev.sieve.sample.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes a data set of all rows: test examples set apart, missing values filled, texts encoded. */
final class TableFinish {
  private final TableSettings settings;
  private final List<Feature> features;
  private final LabelCodes labels;
  private final TablePart pool;
  private final TablePart test;

  TableFinish(
      TableSettings settings,
      List<Feature> features,
      LabelCodes labels,
      TablePart pool,
      TablePart test) {
    this.settings = settings;
    this.features = features;
    this.labels = labels;
    this.pool = pool;
    this.test = test;
  }

  DataSet dataSet(String name, ImageShape shape) {
    checkMissing();
    boolean shared = settings.testPath().isEmpty();
    int[] testRows = shared ? share(pool.count()) : all(test.count());
    int[] poolRows = shared ? without(pool.count(), testRows) : all(pool.count());
    TablePart testPart = shared ? pool : test;
    checkWidths(testPart);
    ValueStore inputs = pool.values();
    ValueStore testInputs = testPart.values();
    boolean plain = features.stream().allMatch(f -> !f.isText() && f.missing() == 0);
    if (shared || !plain) {
      Encoding encoding = Encoding.of(features, settings.missing(), pool.width());
      inputs = encoding.encoded(pool.values(), poolRows);
      testInputs = encoding.encoded(testPart.values(), testRows);
    }
    boolean bytes = inputs.isBytes() && testInputs.isBytes();
    boolean missing = inputs.misses() || testInputs.misses();
    int[] classes = labels.classes();
    return new DataSet(
        name,
        new Examples(inputs.toValues(bytes, missing), labels(pool, poolRows, classes)),
        pool.files(poolRows),
        new Examples(testInputs.toValues(bytes, missing), labels(testPart, testRows, classes)),
        labels.names(),
        shape);
  }

  private void checkMissing() {
    List<Feature> incomplete = features.stream().filter(f -> f.missing() > 0).toList();
    if (settings.missing() == Missing.REFUSE && !incomplete.isEmpty()) {
      throw new DataException(
          "%s must have a value in each cell (or missing = mean or zero), but some are missing: %s"
              .formatted(
                  settings.path(),
                  incomplete.stream()
                      .limit(20)
                      .map(f -> "%s (%d)".formatted(f.name(), f.missing()))
                      .collect(Collectors.joining(", "))));
    }
  }

  private void checkWidths(TablePart testPart) {
    if (testPart.width() != pool.width()) {
      throw new DataException(
          "%s must have %d values in each row as %s has, but has %d"
              .formatted(
                  settings.testPath().orElseThrow(),
                  pool.width(),
                  settings.path(),
                  testPart.width()));
    }
  }

  /** Returns the rows that test: always the same ones, spread at random. */
  private int[] share(int count) {
    int tested = (int) Math.max(1, Math.round(settings.testShare() * count));
    if (tested >= count) {
      throw new DataException(
          "test.share must leave rows to train on, but takes all %d of %s"
              .formatted(count, settings.path()));
    }
    int[] rows = all(count);
    Streams.of(0, "test share").shuffle(rows);
    int[] share = Arrays.copyOf(rows, tested);
    Arrays.sort(share);
    return share;
  }

  private static int[] all(int count) {
    return IntStream.range(0, count).toArray();
  }

  private static int[] without(int count, int[] sorted) {
    return IntStream.range(0, count).filter(row -> Arrays.binarySearch(sorted, row) < 0).toArray();
  }

  private Labels labels(TablePart part, int[] rows, int[] classes) {
    return new Labels(
        labels.number(), Arrays.stream(rows).map(row -> classes[part.label(row)]).toArray());
  }
}
