package dev.sieve.data.table;

import dev.sieve.Texts;
import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.sample.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which rows of a table are the pool, and which ones test: those of a path of their own, those that
 * a column names, a share of all, or none.
 */
final class TableSplit {
  private final List<DataSet.Part> parts;
  private final int[] pool;
  private final TablePart testPart;
  private final int[] test;

  /**
   * @param parts of the pool
   * @param pool its rows, of the table's own part
   * @param test rows of {@code testPart}
   */
  private TableSplit(List<DataSet.Part> parts, int[] pool, TablePart testPart, int[] test) {
    this.parts = parts;
    this.pool = pool;
    this.testPart = testPart;
    this.test = test;
  }

  /**
   * @param pool rows at the path
   * @param test rows at the path of test examples; none where there is no such path
   */
  static TableSplit of(TableSettings settings, TablePart pool, TablePart test) {
    if (settings.split().isPresent()) {
      return byColumn(settings, pool);
    }
    if (settings.testPath().isPresent() || settings.testShare() == 0) {
      int[] all = all(pool.count());
      return new TableSplit(pool.files(all), all, test, all(test.count()));
    }
    int[] share = share(settings, pool.count());
    int[] rest = without(pool.count(), share);
    return new TableSplit(pool.files(rest), rest, pool, share);
  }

  private static TableSplit byColumn(TableSettings settings, TablePart rows) {
    int[] train = rows.of(RowUse.TRAIN);
    int[] validation = rows.of(RowUse.VALIDATION);
    if (train.length == 0 || validation.length == 0) {
      throw new DataException(
          Texts.format(
              "column %s of %s must have rows for train and for validation, but has %d and %d",
              settings.split().orElseThrow(), settings.path(), train.length, validation.length));
    }
    return new TableSplit(
        List.of(
            new DataSet.Part(RowUse.TRAIN.text(), train.length),
            new DataSet.Part(RowUse.VALIDATION.text(), validation.length)),
        IntStream.concat(Arrays.stream(train), Arrays.stream(validation)).toArray(),
        rows,
        rows.of(RowUse.TEST));
  }

  /** Returns the rows that test: always the same ones, spread at random. */
  private static int[] share(TableSettings settings, int count) {
    int tested = (int) Math.max(1, Math.round(settings.testShare() * count));
    if (tested >= count) {
      throw new DataException(
          Texts.format(
              "test.share must leave rows to train on, but takes all %d of %s",
              count, settings.path()));
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

  List<DataSet.Part> parts() {
    return parts;
  }

  /** Returns the rows of the pool; the array itself. */
  int[] pool() {
    return pool;
  }

  /** Returns what holds the rows that test. */
  TablePart testPart() {
    return testPart;
  }

  /** Returns the rows that test; the array itself. */
  int[] test() {
    return test;
  }
}
