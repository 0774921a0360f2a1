package dev.sieve.data.table;

import static dev.sieve.data.table.TableColumn.What;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A column of inputs, as far as it has been read. */
final class Feature {
  /** The code of a text that has no input of its own. */
  static final int NO_LEVEL = -1;

  private final String name;
  private What what;
  private final Map<String, Integer> codes = new HashMap<>();
  private boolean complete;
  private long missing;

  Feature(String name, What what) {
    this.name = name;
    this.what = what;
  }

  String name() {
    return name;
  }

  What what() {
    return what;
  }

  boolean isText() {
    return what == What.TEXT;
  }

  void becomes(What known) {
    what = known;
  }

  void addMissing() {
    missing++;
  }

  long missing() {
    return missing;
  }

  /** Returns the code of {@code text}: a new one, unless all texts are known. */
  int code(String text) {
    Integer code = codes.get(text);
    if (code != null) {
      return code;
    }
    if (complete) {
      return NO_LEVEL;
    }
    codes.put(text, codes.size());
    return codes.size() - 1;
  }

  int levels() {
    return codes.size();
  }

  /** From here on, new texts get no code: those of test examples are not learned from. */
  void complete() {
    complete = true;
  }

  /** Returns the place of each code among the texts of {@code used}, sorted. */
  int[] ranks(BitSet used) {
    List<String> sorted =
        codes.keySet().stream().filter(text -> used.get(codes.get(text))).sorted().toList();
    int[] ranks = new int[codes.size()];
    Arrays.fill(ranks, NO_LEVEL);
    for (int i = 0; i < sorted.size(); i++) {
      ranks[codes.get(sorted.get(i))] = i;
    }
    return ranks;
  }
}
