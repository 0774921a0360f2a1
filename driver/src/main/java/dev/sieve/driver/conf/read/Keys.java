package dev.sieve.driver.conf.read;

import dev.sieve.space.Axes;
import dev.sieve.space.Axis;
import java.util.List;
import java.util.function.Predicate;

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
          "packing",
          "engine",
          "netlib",
          "learned");

  private static final String SCHEDULE_SECTION = "schedule";

  static final List<String> TRAINING = hyperparameters(axis -> true);

  static final List<String> SCHEDULE = ofSchedule(axis -> true);

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
          "repeats",
          "choose",
          "halving",
          "space",
          "narrow",
          "training",
          "data");

  static final List<String> STAGE_DATA =
      List.of("train", "validation", "order", "normalization", "components");

  static final List<String> SPACE = hyperparameters(Axis::isSearchable);

  static final List<String> SPACE_SCHEDULE = ofSchedule(Axis::isSearchable);

  static final List<String> NARROW = List.of("from", "best", "margin");

  static final List<String> HALVING = List.of("rungs", "factor", "keep", "audit");

  static final List<String> CONFIRM = List.of("from", "best", "finalists", "repeats");

  static final List<String> FINAL = List.of("from", "repeats", "fresh", "training", "data");

  static final List<String> LIMITS =
      List.of("trial", "search", "trials", "epochs", "target-accuracy");

  static final List<String> PACKING = List.of("size");

  static final List<String> NETLIB = List.of("library", "path");

  private Keys() {}

  /** Returns the keys below {@code training} or {@code space}: axes, and the schedule's section. */
  private static List<String> hyperparameters(Predicate<Axis<?>> among) {
    return Axes.ALL.stream()
        .filter(among)
        .map(axis -> axis.key().split("\\.", 2)[0])
        .distinct()
        .toList();
  }

  private static List<String> ofSchedule(Predicate<Axis<?>> among) {
    return Axes.ALL.stream()
        .filter(among)
        .filter(axis -> axis.key().startsWith(SCHEDULE_SECTION + "."))
        .map(axis -> axis.key().substring(SCHEDULE_SECTION.length() + 1))
        .toList();
  }
}
