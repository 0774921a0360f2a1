package dev.sieve.data.table;

import dev.sieve.Texts;
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
  private List<String> given = List.of();

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

  /** Takes what a file says that the labels 0, 1, … are called. */
  void areCalled(List<String> names) {
    given = List.copyOf(names);
  }

  /** Whether all labels are numbers of the names that a file gave. */
  private boolean areNumbersOfNames() {
    return areIntegers()
        && codes.keySet().stream()
            .mapToInt(Integer::parseInt)
            .allMatch(label -> 0 <= label && label < given.size());
  }

  /** Returns the number of classes: those that occur, or that have a name. */
  int number() {
    return areNumbersOfNames() ? given.size() : count();
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

  /** Returns the class of each code: its number, or its place among all labels, sorted. */
  int[] classes() {
    boolean named = areNumbersOfNames();
    List<String> sorted = sorted();
    int[] classes = new int[sorted.size()];
    for (int i = 0; i < classes.length; i++) {
      String label = sorted.get(i);
      classes[codes.get(label)] = named ? Integer.parseInt(label) : i;
    }
    return classes;
  }

  /** Returns the names of the classes; none where they are the numbers 0, 1, … themselves. */
  List<String> names() {
    if (areNumbersOfNames()) {
      return given;
    }
    List<String> sorted = sorted();
    boolean plain = IntStream.range(0, sorted.size()).allMatch(i -> sorted.get(i).equals("" + i));
    return plain ? List.of() : sorted;
  }

  /** Throws where there are fewer than two classes. */
  void check(String column, String place) {
    if (count() < 2) {
      throw new DataException(
          Texts.format(
              "column %s of %s must have two classes or more, but all labels are %s",
              column, place, sorted()));
    }
  }
}
