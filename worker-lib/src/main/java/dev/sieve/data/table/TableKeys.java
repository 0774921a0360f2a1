package dev.sieve.data.table;

import static dev.sieve.Checks.require;

import dev.sieve.Rule;
import dev.sieve.data.ImageShape;
import dev.sieve.data.source.Settings;
import dev.sieve.data.source.SourceKey;
import dev.sieve.format.Format;
import dev.sieve.format.Formats;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys that all sources of tables have in common. */
public final class TableKeys {
  private static final String ALL_COLUMNS = "*";
  private static final int MOST_LEVELS = 10_000;

  private static final Format<List<String>> COLUMNS =
      new Format<>(TableKeys::columns, names -> names.isEmpty() ? ALL_COLUMNS : names);

  /** Height, width and channels. */
  private static final Format<ImageShape> IMAGE_SHAPE =
      new Format<>(
          TableKeys::imageShape, shape -> List.of(shape.height(), shape.width(), shape.channels()));

  private static final SourceKey<String> PATH = SourceKey.folder();
  private static final SourceKey<String> TEST_PATH =
      SourceKey.place("test.path", Formats.TEXT, "").orNone();
  private static final SourceKey<Double> TEST_SHARE =
      SourceKey.of(
          "test.share",
          Formats.NUMBER.obeying(
              new Rule<>("must be in [0, 1)", share -> 0 <= share && share < 1)));
  private static final SourceKey<String> SPLIT = SourceKey.of("split", Formats.TEXT).orNone();
  private static final SourceKey<String> LABEL = SourceKey.of("label", Formats.TEXT);
  private static final SourceKey<List<String>> FEATURES = SourceKey.of("features", COLUMNS);
  private static final SourceKey<Missing> MISSING =
      SourceKey.of("missing", Formats.words(Missing.values(), Missing::text));
  private static final SourceKey<Categories> CATEGORIES =
      SourceKey.of("categories", Formats.words(Categories.values(), Categories::text));
  private static final SourceKey<Integer> LEVELS =
      SourceKey.of(
          "levels",
          Formats.INTEGER.obeying(
              new Rule<>("must be 2 to " + MOST_LEVELS, n -> 2 <= n && n <= MOST_LEVELS)));
  private static final SourceKey<ImageShape> SHAPE = SourceKey.of("shape", IMAGE_SHAPE).orNone();

  /** Those of files. */
  public static final List<SourceKey<?>> OF_FILES = with(PATH, TEST_PATH);

  private TableKeys() {}

  /**
   * Returns those that say how a table is to be read, and before them those that say where it is.
   */
  public static List<SourceKey<?>> with(SourceKey<?>... places) {
    return Stream.concat(
            Stream.of(places),
            Stream.of(TEST_SHARE, SPLIT, LABEL, FEATURES, MISSING, CATEGORIES, LEVELS, SHAPE))
        .toList();
  }

  /** Returns what {@code given} says of a table in files. */
  public static TableSettings settings(Settings given) {
    return settings(given, given.get(PATH), given.find(TEST_PATH));
  }

  /**
   * Returns what {@code given} says of a table.
   *
   * @param path where it is, for messages
   * @param testPath where its test examples are; empty where they are rows of it
   */
  public static TableSettings settings(Settings given, String path, Optional<String> testPath) {
    return new TableSettings(
        path,
        testPath,
        given.get(TEST_SHARE),
        given.find(SPLIT),
        given.get(LABEL),
        given.get(FEATURES),
        given.get(MISSING),
        given.get(CATEGORIES),
        given.get(LEVELS),
        given.find(SHAPE));
  }

  private static List<String> columns(Object plain) {
    if (ALL_COLUMNS.equals(plain)) {
      return List.of();
    }
    require(
        plain instanceof List<?> list && !list.isEmpty(),
        "",
        "must be a list of columns, or \"*\" for all but the label",
        plain);
    return Formats.NAMES.read(plain);
  }

  private static ImageShape imageShape(Object plain) {
    require(
        plain instanceof List<?> list && list.size() == 3,
        "",
        "must be [height, width, channels]",
        plain);
    List<Integer> sizes = ((List<?>) plain).stream().map(Formats.INTEGER::read).toList();
    require(
        sizes.stream().allMatch(size -> 1 <= size && size <= 1 << 10),
        "",
        "must be sizes of 1 to 1024",
        plain);
    return new ImageShape(sizes.get(0), sizes.get(1), sizes.get(2));
  }
}
