package dev.sieve.driver.conf;

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
          "packing",
          "blas");

  static final List<String> DATA =
      List.of("source", "path", "train", "validation", "normalization", "synthetic");

  static final List<String> SYNTHETIC = List.of("train", "test", "seed");

  static final List<String> TRAINING =
      List.of("hidden", "l2", "batch-size", "epochs", "initialization", "schedule");

  static final List<String> SCHEDULE = List.of("type", "eta", "eta-min", "eta-max", "half-cycle");

  static final List<String> EVALUATION = List.of("interval", "train", "report-test");

  static final List<String> STAGE =
      List.of("sampler", "trials", "space", "narrow", "training", "data");

  static final List<String> STAGE_DATA = List.of("train", "validation", "normalization");

  static final List<String> SPACE =
      List.of("hidden", "l2", "batch-size", "initialization", "schedule");

  static final List<String> SPACE_SCHEDULE = List.of("eta", "eta-min", "eta-max", "half-cycle");

  static final List<String> NARROW = List.of("from", "best", "margin");

  static final List<String> FINAL = List.of("from", "training", "data");

  static final List<String> LIMITS = List.of("trial", "search");

  static final List<String> PACKING = List.of("size", "mode");

  static final List<String> BLAS = List.of("library");

  private Keys() {}
}
