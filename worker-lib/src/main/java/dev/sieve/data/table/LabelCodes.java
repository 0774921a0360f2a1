package dev.sieve.data.table;

import dev.sieve.data.DataException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The classes that the column of labels names, in the order in which they are met. */
final class LabelCodes {
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,9}");

  private final Map<String, Integer> codes = new HashMap<>();

  /** Returns the code of a label; 07 and 7 are the same. */
  int code(String text) {
    Integer code = codes.get(text);
    if (code == null) {
      String label = INTEGER.matcher(text).matches() ? "" + Integer.parseInt(text) : text;
      code = codes.computeIfAbsent(label, key -> codes.size());
    }
    return code;
  }

  int count() {
    return codes.size();
  }

  /** Returns the label of {@code code}. */
  String label(int code) {
    return codes.entrySet().stream()
        .filter(entry -> entry.getValue() == code)
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  /** Returns all labels: by number where all are integers, else by their letters. */
  List<String> sorted() {
    return codes.keySet().stream()
        .sorted(areIntegers() ? Comparator.comparingInt(Integer::parseInt) : naturalOrder())
        .toList();
  }

  private static Comparator<String> naturalOrder() {
    return Comparator.naturalOrder();
  }

  private boolean areIntegers() {
    return codes.keySet().stream().allMatch(label -> INTEGER.matcher(label).matches());
  }

  /** Returns the class of each code: its place among all labels, sorted. */
  int[] classes() {
    List<String> sorted = sorted();
    int[] classes = new int[sorted.size()];
    for (int i = 0; i < classes.length; i++) {
      classes[codes.get(sorted.get(i))] = i;
    }
    return classes;
  }

  /** Returns the names of the classes; none where they are the numbers 0, 1, … themselves. */
  List<String> names() {
    List<String> sorted = sorted();
    boolean plain = IntStream.range(0, sorted.size()).allMatch(i -> sorted.get(i).equals("" + i));
    return plain ? List.of() : sorted;
  }

  /** Throws where there are fewer than two classes. */
  void check(String column, String place) {
    if (count() < 2) {
      throw new DataException(
          "column %s of %s must have two classes or more, but all labels are %s"
              .formatted(column, place, sorted()));
    }
  }
}
