package dev.sieve.data;

import static dev.sieve.Checks.check;

import dev.sieve.Texts;
import java.io.Serializable;
import java.util.Arrays;

/** The class of each of some examples. Bulk, never compared; nobody writes to the array. */
public final class Labels implements Serializable {
  private static final long serialVersionUID = 1;

  private final int classes;
  private final int[] labels;

  /**
   * @param classes at least 2
   * @param labels in [0, {@code classes}); shared, not copied
   */
  public Labels(int classes, int... labels) {
    check(classes >= 2, "classes must be >= 2, but were %d", classes);
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new IllegalArgumentException(
            Texts.format(
                "label of example %d must be 0 to %d, but was %d", i, classes - 1, labels[i]));
      }
    }
    this.classes = classes;
    this.labels = labels;
  }

  /** Returns the number of classes, which need not all occur. */
  public int classes() {
    return classes;
  }

  /** Returns the number of examples. */
  public int count() {
    return labels.length;
  }

  /** Returns the class of example {@code row}. */
  public int of(int row) {
    return labels[row];
  }

  /** Returns the classes of the examples at {@code rows}. */
  public int[] of(int[] rows) {
    return Arrays.stream(rows).map(this::of).toArray();
  }

  /** Returns a copy of all labels. */
  public int[] toArray() {
    return labels.clone();
  }

  /** Returns how many examples each class has. */
  public int[] perClass() {
    int[] counts = new int[classes];
    for (int label : labels) {
      counts[label]++;
    }
    return counts;
  }
}
