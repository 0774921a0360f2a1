package dev.sieve.driver.conf.read;

import dev.sieve.space.Axes;
import java.util.List;

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
          "median-stopping",
          "space",
          "narrow",
          "training",
          "data");

  static final List<String> STAGE_DATA =
      List.of("train", "validation", "order", "normalization", "components");

  static final List<String> NARROW = List.of("from", "best", "margin");

  static final List<String> REPEATS = List.of("most", "race");

  static final List<String> HALVING = List.of("rungs", "factor", "keep", "brackets", "audit");

  static final List<String> MEDIAN_STOPPING = List.of("every", "earlier", "audit");

  static final List<String> CONFIRM = List.of("from", "best", "finalists", "repeats");

  static final List<String> FINAL = List.of("from", "repeats", "fresh", "training", "data");

  static final List<String> LIMITS =
      List.of("trial", "search", "trials", "epochs", "target-accuracy");

  static final List<String> TABLES = List.of("catalog");

  static final List<String> PACKING = List.of("size");

  static final List<String> NETLIB = List.of("library", "path");

  private Keys() {}
}
