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
          "checkpoint-every",
          "checkpoint-path",
          "packing");

  /** What can be set and searched alike, but for the schedule. */
  private static final List<String> HYPERPARAMETERS =
      List.of(
          "hidden",
          "l2",
          "batch-size",
          "initialization",
          "objective",
          "label-smoothing",
          "optimizer",
          "dropout",
          "flip",
          "shift",
          "shift-fill",
          "noise",
          "input-dropout",
          "epochs",
          "schedule");

  static final List<String> TRAINING = HYPERPARAMETERS;

  static final List<String> SCHEDULE =
      List.of("type", "eta", "eta-min", "eta-max", "half-cycle", "decay-factor", "decay-every");

  static final List<String> EVALUATION =
      List.of("interval", "train", "report-test", "ensemble", "early-stopping");

  static final List<String> EARLY_STOPPING = List.of("patience", "min-improvement");

  static final List<String> STAGE =
      List.of("sampler", "trials", "repeats", "space", "narrow", "training", "data");

  static final List<String> STAGE_DATA = List.of("train", "validation", "order", "normalization");

  static final List<String> SPACE = HYPERPARAMETERS;

  static final List<String> SPACE_SCHEDULE =
      List.of("eta", "eta-min", "eta-max", "half-cycle", "decay-factor", "decay-every");

  static final List<String> NARROW = List.of("from", "best", "margin");

  static final List<String> FINAL = List.of("from", "repeats", "training", "data");

  static final List<String> LIMITS = List.of("trial", "search");

  static final List<String> PACKING = List.of("size");

  private Keys() {}
}
