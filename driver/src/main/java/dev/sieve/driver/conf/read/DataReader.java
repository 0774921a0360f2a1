package dev.sieve.driver.conf.read;

import static dev.sieve.Checks.require;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueFactory;
import dev.sieve.InvalidValueException;
import dev.sieve.Rule;
import dev.sieve.Texts;
import dev.sieve.data.Selection;
import dev.sieve.data.SplitRule;
import dev.sieve.data.input.Normalization;
import dev.sieve.data.source.DataSource;
import dev.sieve.data.source.Promise;
import dev.sieve.data.source.Settings;
import dev.sieve.data.source.SourceKey;
import dev.sieve.data.source.SourceKind;
import dev.sieve.driver.source.AllSources;
import dev.sieve.driver.source.SourceKeys;
import dev.sieve.format.Format;
import dev.sieve.format.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads where data come from, and how they are split. */
final class DataReader {
  private static final Format<SourceKind> SOURCE =
      Formats.words(AllSources.ALL.toArray(SourceKind[]::new), SourceKind::name);
  private static final Format<String> NORMALIZATIONS =
      Formats.words(Normalization.names(), name -> name);
  private static final Format<Normalization> NORMALIZATION =
      new Format<>(plain -> Normalization.of(NORMALIZATIONS.read(plain)), Normalization::text);

  private static final String NONE = "none";

  /** A number of principal components, or the word none. */
  static final Format<Optional<Integer>> COMPONENTS =
      new Format<>(
          DataReader::components, components -> components.<Object>map(n -> n).orElse(NONE));

  static final Format<SplitRule.Order> ORDER =
      Formats.words(SplitRule.Order.values(), SplitRule.Order::text);

  /** A number of images, or the files that hold them. */
  static final Format<Selection> SELECTION =
      new Format<>(DataReader::selection, DataReader::written);

  private DataReader() {}

  private static Selection selection(Object plain) {
    if (plain instanceof List<?>) {
      return new Selection.Files(Formats.NAMES.read(plain));
    }
    require(
        Formats.isScalar(plain), "", "must be a number of images or a list of file names", plain);
    return new Selection.Count(Formats.INTEGER.read(plain));
  }

  private static Object written(Selection selection) {
    return selection instanceof Selection.Files files
        ? files.names()
        : ((Selection.Count) selection).examples();
  }

  /** Returns what a conf would say that has {@code rule} but for its order. */
  static ConfigObject written(SplitRule rule) {
    return ConfigValueFactory.fromMap(
        Map.of("train", written(rule.train()), "validation", written(rule.validation())));
  }

  static Optional<DataSource> source(Section data) {
    data.knowing(SourceKeys.data(Keys.STAGE_DATA));
    SourceKeys.sections().forEach((name, keys) -> data.section(name).knowing(keys));
    String rule = "must be given: " + String.join(" or ", AllSources.names());
    return data.require("source", SOURCE, rule)
        .flatMap(kind -> kind.read(new FromSection(kind, data)));
  }

  /** Reads the keys of a kind of source from the section {@code data}. */
  private record FromSection(SourceKind kind, Section data) implements Settings.Reader {

    @Override
    public <T> Optional<T> read(SourceKey<T> key) {
      Section section = key.isInSection() ? data.section(key.first()) : data;
      // A default in reference.conf is that of the kind that names its variable.
      Section from = key.mayHaveDefault() ? section : section.withoutDefaults();
      return key.optional()
          ? from.read(key.last(), key.format())
          : from.require(key.last(), key.format(), missing(section, key));
    }

    private String missing(Section section, SourceKey<?> key) {
      String set = ": set " + key.variable() + " or " + section.path() + "." + key.last();
      return "must be given for " + kind.name() + (key.variable().isEmpty() ? "" : set);
    }
  }

  static Optional<Normalization> normalization(Section data) {
    return data.read("normalization", NORMALIZATION);
  }

  private static Optional<Integer> components(Object plain) {
    if (plain.equals(NONE)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Formats.INTEGER.obeying(Rule.AT_LEAST_ONE).read(plain));
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException(
          "", "must be a number of components >= 1, or the word none", plain);
    }
  }

  /** Returns how many principal components are the inputs; none where all inputs are. */
  static Optional<Integer> components(Section data) {
    return data.read("components", COMPONENTS).flatMap(components -> components);
  }

  /** Returns the split, checked against what the source promises. */
  static Optional<SplitRule> split(Section data, Optional<DataSource> source) {
    Optional<Selection> train = data.read("train", SELECTION);
    Optional<Selection> validation = data.read("validation", SELECTION);
    Optional<SplitRule.Order> order = data.read("order", ORDER);
    if (train.isEmpty() || validation.isEmpty() || order.isEmpty()) {
      return Optional.empty();
    }
    Problems problems = data.reading().problems();
    Entry first = data.find("train").orElseThrow();
    Entry second = data.find("validation").orElseThrow();
    boolean known = filesAreKnown(first, train.get(), source, problems);
    known &= filesAreKnown(second, validation.get(), source, problems);
    return known
            && fits(first, second, train.get(), validation.get(), problems)
            && countsFit(second, train.get(), validation.get(), source, problems)
        ? Optional.of(new SplitRule(train.get(), validation.get(), order.get()))
        : Optional.empty();
  }

  /** Whether the source has the files; true where only opening it tells. */
  private static boolean filesAreKnown(
      Entry entry, Selection selection, Optional<DataSource> source, Problems problems) {
    Optional<Promise> promise = source.flatMap(DataSource::promise);
    if (promise.isEmpty() || !(selection instanceof Selection.Files files)) {
      return true;
    }
    List<String> there = promise.get().fileNames();
    if (there.isEmpty()) {
      String name = source.get().name();
      problems.refuse(
          entry, "must be a number of images, since the " + name + " ones are in no files");
      return false;
    }
    List<String> unknown = new ArrayList<>(files.names());
    unknown.removeAll(there);
    for (String name : unknown) {
      String rule = "names " + name + ", which is no file of training images";
      problems.unknownName(entry, name, rule, there);
    }
    return unknown.isEmpty();
  }

  private static boolean fits(
      Entry first, Entry second, Selection train, Selection validation, Problems problems) {
    if (train.getClass() != validation.getClass()) {
      problems.refuse(
          second, "must be a number of images or a list of files just as " + first.key());
      return false;
    }
    List<String> both = new ArrayList<>(validation.files());
    both.retainAll(train.files());
    both.forEach(
        name -> problems.refuse(second, "names " + name + ", as " + first.key() + " does"));
    return both.isEmpty();
  }

  /** Whether the pool has as many examples; true where only opening it tells. */
  private static boolean countsFit(
      Entry entry,
      Selection train,
      Selection validation,
      Optional<DataSource> source,
      Problems problems) {
    Optional<Promise> promise = source.flatMap(DataSource::promise);
    if (promise.isEmpty()) {
      return true;
    }
    long trained = source.get().count(train).orElseThrow();
    long both = trained + source.get().count(validation).orElseThrow();
    int pool = promise.get().pool();
    if (both > pool) {
      problems.refuse(
          entry,
          Texts.format(
              "and the %d images of train are %d together and must be at most %d, all that %s has",
              trained, both, pool, source.get().name()));
    }
    return both <= pool;
  }
}
