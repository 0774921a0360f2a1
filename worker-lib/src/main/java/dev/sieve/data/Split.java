package dev.sieve.data;

import dev.sieve.Suggestion;
import dev.sieve.sample.Streams;
import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which images of the pool train and which validate: rows of {@link DataSet#train}. Not a record:
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
   * Returns what {@code rule} makes of the pool of {@code images}. Rows chosen by file are in the
   * pool's order within each file; of rows chosen by number, in the rule's order, training takes
   * the first and validation the last.
   *
   * @throws DataException where a file is unknown, or the rule needs more images than there are
   */
  public static Split of(DataSet images, SplitRule rule, long searchSeed) {
    int[] train = rowsOf(images, rule.train().files());
    int[] validation = rowsOf(images, rule.validation().files());
    int[] free =
        without(ordered(images.train().count(), rule.order(), searchSeed), train, validation);
    int first = countOf(rule.train());
    int last = countOf(rule.validation());
    if ((long) first + last > free.length) {
      throw tooMany(images, rule, free.length);
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
    return selection instanceof Selection.Count count ? count.images() : 0;
  }

  private static int[] rowsOf(DataSet images, List<String> files) {
    return files.stream().flatMapToInt(file -> rowsOf(images, file)).toArray();
  }

  private static IntStream rowsOf(DataSet images, String file) {
    int from = 0;
    for (DataSet.Part part : images.parts()) {
      if (part.name().equals(file)) {
        return IntStream.range(from, from + part.count());
      }
      from += part.count();
    }
    List<String> known = images.parts().stream().map(DataSet.Part::name).toList();
    throw new DataException(
        "%s has no file %s: %s".formatted(images.name(), file, Suggestion.of(file, known)));
  }

  private static int[] ordered(int count, SplitRule.Order order, long searchSeed) {
    int[] rows = IntStream.range(0, count).toArray();
    if (order == SplitRule.Order.SHUFFLED) {
      Streams.of(searchSeed, "split").shuffle(rows);
    }
    return rows;
  }

  private static int[] without(int[] rows, int[] train, int[] validation) {
    BitSet taken = new BitSet(rows.length);
    IntStream.concat(Arrays.stream(train), Arrays.stream(validation)).forEach(taken::set);
    return Arrays.stream(rows).filter(row -> !taken.get(row)).toArray();
  }

  private static DataException tooMany(DataSet images, SplitRule rule, int free) {
    return new DataException(
        "a split of %s must fit into its %d images%s, but takes %d to train and %d to validate"
            .formatted(
                images.name(),
                free,
                free < images.train().count() ? " outside the files named" : "",
                countOf(rule.train()),
                countOf(rule.validation())));
  }
}
