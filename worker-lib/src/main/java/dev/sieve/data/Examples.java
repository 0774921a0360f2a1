package dev.sieve.data;

import static dev.sieve.Checks.check;

import java.io.Serializable;

/**
 * Labelled examples: what is broadcast, once per search.
 *
 * @param values in their compact form
 * @param labels one per example
 */
public record Examples(Values values, Labels labels) implements Serializable {

  public Examples {
    check(
        values.count() == labels.count(),
        "%d labels need as many examples, but got %d",
        labels.count(),
        values.count());
  }

  /** Returns the number of examples. */
  public int count() {
    return labels.count();
  }

  /** Returns the number of values of each example: the inputs d of a network. */
  public int width() {
    return values.width();
  }

  /** Returns the number of classes, which need not all occur. */
  public int classes() {
    return labels.classes();
  }
}
