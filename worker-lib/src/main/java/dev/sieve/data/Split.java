package dev.sieve.data;

import dev.sieve.Suggestion;
import dev.sieve.Texts;
import dev.sieve.sample.Streams;
import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which examples of the pool train and which validate: rows of {@link DataSet#pool}. Not a record:
 * it holds arrays, and is never compared.
 */
public final class Split implements Serializable {
  private static final long serialVersionUID = 1;

  private final int[] train;
  private final int[] validation;

  private Split(int[] train, int[] validation) {
    this.train = train;
    this.validation = validation;
  }

  /**
   * Returns what {@code rule} makes of the pool of {@code set}. Rows chosen by file are in the
   * pool's order within each file; of rows chosen by number, in the rule's order, training takes
   * the first and validation the last.
   *
   * @throws DataException where a file is unknown, or the rule needs more examples than there are
   */
  public static Split of(DataSet set, SplitRule rule, long searchSeed) {
    int[] train = rowsOf(set, rule.train().files());
    int[] validation = rowsOf(set, rule.validation().files());
    int[] free = without(ordered(set.pool().labels(), rule.order(), searchSeed), train, validation);
    int first = countOf(rule.train());
    int last = countOf(rule.validation());
    if ((long) first + last > free.length) {
      throw tooMany(set, rule, free.length);
    }
    return new Split(
        rule.train() instanceof Selection.Count ? Arrays.copyOf(free, first) : train,
        rule.validation() instanceof Selection.Count
            ? Arrays.copyOfRange(free, free.length - last, free.length)
            : validation);
  }

  /** Returns a copy of the rows that train. */
  public int[] train() {
    return train.clone();
  }

  /** Returns a copy of the rows that validate; they never train. */
  public int[] validation() {
    return validation.clone();
  }

  private static int countOf(Selection selection) {
    return selection instanceof Selection.Count count ? count.examples() : 0;
  }

  private static int[] rowsOf(DataSet set, List<String> files) {
    return files.stream().flatMapToInt(file -> rowsOf(set, file)).toArray();
  }

  private static IntStream rowsOf(DataSet set, String file) {
    int from = 0;
    for (DataSet.Part part : set.parts()) {
      if (part.name().equals(file)) {
        return IntStream.range(from, from + part.count());
      }
      from += part.count();
    }
    List<String> known = set.parts().stream().map(DataSet.Part::name).toList();
    throw new DataException(
        Texts.format("%s has no file %s: %s", set.name(), file, Suggestion.of(file, known)));
  }

  private static int[] ordered(Labels labels, SplitRule.Order order, long searchSeed) {
    int[] rows = IntStream.range(0, labels.count()).toArray();
    if (order != SplitRule.Order.STORED) {
      Streams.of(searchSeed, "split").shuffle(rows);
    }
    return order == SplitRule.Order.STRATIFIED ? dealt(rows, labels) : rows;
  }

  /** Returns the rows so that the i-th of the n of a class stands at the share (i + ½) / n. */
  private static int[] dealt(int[] rows, Labels labels) {
    int[] perClass = labels.perClass();
    int[] met = new int[perClass.length];
    double[] places = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int label = labels.of(rows[i]);
      places[i] = (met[label]++ + 0.5) / perClass[label];
    }
    return IntStream.range(0, rows.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> places[i])) // stable: ties stay shuffled
        .mapToInt(i -> rows[i])
        .toArray();
  }

  private static int[] without(int[] rows, int[] train, int[] validation) {
    BitSet taken = new BitSet(rows.length);
    IntStream.concat(Arrays.stream(train), Arrays.stream(validation)).forEach(taken::set);
    return Arrays.stream(rows).filter(row -> !taken.get(row)).toArray();
  }

  private static DataException tooMany(DataSet set, SplitRule rule, int free) {
    return new DataException(
        Texts.format(
            "a split of %s must fit into its %d %s%s, but takes %d to train and %d to validate",
            set.name(),
            free,
            set.shape() == null ? "examples" : "images",
            free < set.pool().count() ? " outside the files named" : "",
            countOf(rule.train()),
            countOf(rule.validation())));
  }
}
