package dev.sieve.data;

import dev.sieve.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Classes of which a network sees too little to learn them, or to be measured on. */
public final class RareClasses {
  private static final int ENOUGH = 20;
  private static final int SHOWN = 10;

  private RareClasses() {}

  /** Returns a warning of classes with fewer than 20 examples in the pool; empty for none. */
  public static Optional<String> warning(DataSet set) {
    List<String> names = set.classNames();
    List<String> rare = new ArrayList<>();
    int[] counts = set.pool().labels().perClass();
    for (int c = 0; c < counts.length; c++) {
      if (counts[c] < ENOUGH) {
        rare.add(Texts.format("%s (%d)", names.isEmpty() ? "" + c : names.get(c), counts[c]));
      }
    }
    int more = rare.size() - SHOWN;
    return rare.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Texts.format(
                "classes with fewer than %d examples to train and validate on: %s%s",
                ENOUGH,
                String.join(", ", rare.subList(0, Math.min(rare.size(), SHOWN))),
                more > 0 ? Texts.format(" and %d more", more) : ""));
  }
}
