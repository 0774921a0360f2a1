package dev.sieve.data;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * How the pool is split, before it is known which examples are in it. Where one selection names
 * files and the other counts examples, these are counted outside the files named.
 *
 * @param order in which examples are counted; files are in their own
 */
public record SplitRule(Selection train, Selection validation, Order order)
    implements Serializable {

  /**
   * In which examples are counted: training examples are the first, validation examples the last.
   */
  public enum Order {
    /** That of the pool's one shuffle, by the search's seed. */
    SHUFFLED,
    /** That of the pool: the same split for every seed. */
    STORED,
    /** Shuffled, then dealt out so that any first or last ones have each class in its share. */
    STRATIFIED;

    /** Returns the name by which conf files know this order. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public SplitRule {
    requireNonNull(train, "train is null");
    requireNonNull(validation, "validation is null");
    requireNonNull(order, "order is null");
    List<String> both = train.files().stream().filter(validation.files()::contains).toList();
    check(both.isEmpty(), "no file may both train and validate, but these do: %s", both);
  }

  /** Shuffled. */
  public SplitRule(Selection train, Selection validation) {
    this(train, validation, Order.SHUFFLED);
  }
}
