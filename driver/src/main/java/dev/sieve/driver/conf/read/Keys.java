package dev.sieve.driver.conf.read;

import dev.sieve.data.source.SourceKey;
import dev.sieve.driver.source.AllSources;
import dev.sieve.space.Axes;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The keys of each section of a conf, in the order of {@code reference.conf}, which explains them.
 */
final class Keys {
  static final List<String> SEARCH =
      List.of(
          "name",
          "seed",
          "data",
          "training",
          "evaluation",
          "stages",
          "stage",
          "keep-models",
          "diverged-loss",
          "limits",
          "checkpoint-every",
          "checkpoint-path",
          "tables",
          "packing",
          "engine",
          "netlib",
          "learned");

  private static final String SCHEDULE_SECTION = "schedule";

  /** Below {@code training} and {@code space}: axes, and the section of the schedule's. */
  static final List<String> HYPERPARAMETERS =
      Axes.ALL.stream().map(axis -> axis.key().split("\\.", 2)[0]).distinct().toList();

  static final List<String> SCHEDULE =
      Axes.ALL.stream()
          .filter(axis -> axis.key().startsWith(SCHEDULE_SECTION + "."))
          .map(axis -> axis.key().substring(SCHEDULE_SECTION.length() + 1))
          .toList();

  static final List<String> EVALUATION =
      List.of(
          "interval",
          "train",
          "report-test",
          "ensemble",
          "mirror",
          "average",
          "average-epochs",
          "early-stopping",
          "metric",
          "by-class");

  static final List<String> EARLY_STOPPING = List.of("patience", "min-improvement");

  static final List<String> STAGE =
      List.of(
          "sampler",
          "trials",
          "batch",
          "rounds",
          "outside",
          "stop-when",
          "repeats",
          "choose",
          "halving",
          "space",
          "narrow",
          "training",
          "data");

  static final List<String> STAGE_DATA =
      List.of("train", "validation", "order", "normalization", "components");

  static final List<String> NARROW = List.of("from", "best", "margin");

  static final List<String> REPEATS = List.of("most", "race");

  static final List<String> HALVING = List.of("rungs", "factor", "keep", "audit");

  static final List<String> CONFIRM = List.of("from", "best", "finalists", "repeats");

  static final List<String> FINAL = List.of("from", "repeats", "fresh", "training", "data");

  static final List<String> LIMITS =
      List.of("trial", "search", "trials", "epochs", "target-accuracy");

  static final List<String> TABLES = List.of("catalog");

  static final List<String> PACKING = List.of("size");

  static final List<String> NETLIB = List.of("library", "path");

  private Keys() {}

  /** Returns those that the kinds of sources declare, all of them below {@code data}. */
  private static Stream<SourceKey<?>> ofSources() {
    return AllSources.ALL.stream().flatMap(kind -> kind.keys().stream());
  }

  /** Returns the keys of {@code data} itself, each once. */
  static List<String> data() {
    Set<String> keys = new LinkedHashSet<>(List.of("source"));
    ofSources().filter(key -> !key.isInSection()).map(SourceKey::first).forEach(keys::add);
    keys.addAll(STAGE_DATA);
    keys.addAll(dataSections().keySet());
    return List.copyOf(keys);
  }

  /** Returns the sections in {@code data}, with their keys. */
  static Map<String, List<String>> dataSections() {
    Map<String, Set<String>> sections = new LinkedHashMap<>();
    ofSources()
        .filter(SourceKey::isInSection)
        .forEach(
            key ->
                sections
                    .computeIfAbsent(key.first(), section -> new LinkedHashSet<>())
                    .add(key.last()));
    Map<String, List<String>> lists = new LinkedHashMap<>();
    sections.forEach((name, keys) -> lists.put(name, List.copyOf(keys)));
    return lists;
  }

  /** Returns the full paths of the keys that say where data lie. */
  static Set<String> places() {
    Set<String> places = new TreeSet<>();
    ofSources().filter(SourceKey::place).forEach(key -> places.add("search.data." + key.path()));
    return places;
  }
}
