package dev.sieve.data.idx;

import dev.sieve.Texts;
import dev.sieve.data.DataException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The four files of a data set: {@code train-images-idx3-ubyte} and so on, with dots or dashes,
 * compressed or not; MNIST calls the test files {@code t10k}, EMNIST puts a name in front.
 */
record IdxNames(String trainImages, String trainLabels, String testImages, String testLabels) {
  private static final Pattern NAME =
      Pattern.compile("(.*?)-?(train|t10k|test)-(images|labels)[-.]idx\\d-ubyte(\\.gz)?");

  private static final List<String> ROLES =
      List.of("train-images", "train-labels", "test-images", "test-labels");

  /**
   * Returns the files among those that are {@code there}; a plain one rather than one compressed.
   *
   * @param location of the folder, for messages
   * @throws DataException where one is missing, or where there are those of several data sets
   */
  static IdxNames among(List<String> there, String location) {
    Map<String, String> files = new TreeMap<>();
    TreeSet<String> sets = new TreeSet<>();
    for (String file : there) {
      Matcher name = NAME.matcher(file);
      if (name.matches()) {
        sets.add(name.group(1));
        String part = name.group(2).equals("train") ? "train" : "test";
        files.merge(part + "-" + name.group(3), file, IdxNames::shorter);
      }
    }
    if (sets.size() > 1) {
      throw new DataException(
          Texts.format(
              "%s must hold the files of one data set, but holds those of %s: give each a folder",
              location, String.join(", ", sets)));
    }
    List<String> missing = ROLES.stream().filter(role -> !files.containsKey(role)).toList();
    if (!missing.isEmpty()) {
      throw new DataException(
          Texts.format(
              "%s must hold four IDX files, such as train-images-idx3-ubyte or"
                  + " t10k-labels-idx1-ubyte.gz, but has no %s",
              location, String.join(", ", missing)));
    }
    return new IdxNames(
        files.get("train-images"),
        files.get("train-labels"),
        files.get("test-images"),
        files.get("test-labels"));
  }

  private static String shorter(String one, String other) {
    return one.length() <= other.length() ? one : other;
  }
}
