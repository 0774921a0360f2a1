package dev.sieve.driver.conf.read;

import static dev.sieve.Checks.require;

import dev.sieve.data.Normalization;
import dev.sieve.data.Selection;
import dev.sieve.data.SplitRule;
import dev.sieve.driver.conf.SourceConf;
import dev.sieve.format.Format;
import dev.sieve.format.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads where images come from, and how they are split. */
final class DataReader {
  private static final Format<String> SOURCE =
      Formats.words(
          new String[] {SourceConf.Cifar10.NAME, SourceConf.Synthetic.NAME}, name -> name);
  private static final Format<Normalization> NORMALIZATION =
      Formats.words(Normalization.values(), Normalization::text);

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
        : ((Selection.Count) selection).images();
  }

  static Optional<SourceConf> source(Section data) {
    data.knowing(Keys.DATA);
    Section synthetic = data.section("synthetic").knowing(Keys.SYNTHETIC);
    Optional<String> name = data.require("source", SOURCE, "must be given: cifar10 or synthetic");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return name.get().equals(SourceConf.Cifar10.NAME) ? cifar10(data) : synthetic(synthetic);
  }

  private static Optional<SourceConf> cifar10(Section data) {
    Format<String> path = Formats.TEXT.obeying(SourceConf.Cifar10::new);
    return data.require(
            "path", path, "must be given for cifar10: set CIFAR10_DIR or search.data.path")
        .map(SourceConf.Cifar10::new);
  }

  private static Optional<SourceConf> synthetic(Section section) {
    Optional<Integer> train =
        section.read("train", Formats.INTEGER.obeying(n -> new SourceConf.Synthetic(n, 1, 0)));
    Optional<Integer> test =
        section.read("test", Formats.INTEGER.obeying(n -> new SourceConf.Synthetic(2, n, 0)));
    Optional<Long> seed = section.read("seed", Formats.LONG);
    return train.isEmpty() || test.isEmpty() || seed.isEmpty()
        ? Optional.empty()
        : Optional.of(new SourceConf.Synthetic(train.get(), test.get(), seed.get()));
  }

  static Optional<Normalization> normalization(Section data) {
    return data.read("normalization", NORMALIZATION);
  }

  /** Returns the split, checked against the source where that is known. */
  static Optional<SplitRule> split(Section data, Optional<SourceConf> source) {
    Optional<Selection> train = data.read("train", SELECTION);
    Optional<Selection> validation = data.read("validation", SELECTION);
    Optional<SplitRule.Order> order = data.read("order", ORDER);
    if (train.isEmpty() || validation.isEmpty() || order.isEmpty()) {
      return Optional.empty();
    }
    Problems problems = data.reading().problems();
    Entry first = data.find("train").orElseThrow();
    Entry second = data.find("validation").orElseThrow();
    boolean known = source.isEmpty() || filesAreKnown(first, train.get(), source.get(), problems);
    known &= source.isEmpty() || filesAreKnown(second, validation.get(), source.get(), problems);
    return known
            && fits(first, second, train.get(), validation.get(), problems)
            && countsFit(second, train.get(), validation.get(), source, problems)
        ? Optional.of(new SplitRule(train.get(), validation.get(), order.get()))
        : Optional.empty();
  }

  private static boolean filesAreKnown(
      Entry entry, Selection selection, SourceConf source, Problems problems) {
    if (!(selection instanceof Selection.Files files)) {
      return true;
    }
    if (source.files().isEmpty()) {
      problems.refuse(
          entry,
          "must be a number of images, since the " + source.text() + " ones are in no files");
      return false;
    }
    List<String> unknown = new ArrayList<>(files.names());
    unknown.removeAll(source.files());
    for (String name : unknown) {
      String rule = "names " + name + ", which is no file of training images";
      problems.unknown(entry, name, rule, source.files());
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

  private static boolean countsFit(
      Entry entry,
      Selection train,
      Selection validation,
      Optional<SourceConf> source,
      Problems problems) {
    if (source.isEmpty()) {
      return true;
    }
    long trained = source.get().images(train);
    long both = trained + source.get().images(validation);
    if (both > source.get().poolImages()) {
      problems.refuse(
          entry,
          String.format(
              "and the %d images of train are %d together and must be at most %d, all that %s has",
              trained, both, source.get().poolImages(), source.get().text()));
    }
    return both <= source.get().poolImages();
  }
}
