package dev.sieve.blas;

import static dev.sieve.Checks.check;

import java.util.List;

/**
 * Where each member of a pack stands in the pack's first-layer matrix V, (inputs × total), one
 * column a unit. Columns that belong to no member are zero.
 *
 * @param rule decides the padding
 * @param widths units of each member's first layer
 * @param batch images of a product
 * @param inputs rows of V
 */
public record ColumnLayout(ColumnRule rule, List<Integer> widths, int batch, int inputs) {

  public ColumnLayout {
    widths = List.copyOf(widths);
    check(!widths.isEmpty(), "a pack has at least one member, but got none");
    check(widths.stream().allMatch(m -> m >= 1), "widths must all be >= 1, but were %s", widths);
    check(batch >= 1, "batch must be >= 1, but was %d", batch);
    check(inputs >= 1, "inputs must be >= 1, but were %d", inputs);
  }

  /** Returns the first column of member {@code k}. */
  public int offset(int k) {
    return widths.subList(0, k).stream().mapToInt(rule::padded).sum();
  }

  /** Returns the number of columns, padding included. */
  public int total() {
    return rule.total(offset(widths.size()), batch, inputs);
  }

  /** Returns the layout of member {@code k} when it is trained by itself. */
  public ColumnLayout alone(int k) {
    return new ColumnLayout(rule, List.of(widths.get(k)), batch, inputs);
  }
}
