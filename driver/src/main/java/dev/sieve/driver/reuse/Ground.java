package dev.sieve.driver.reuse;

import dev.sieve.Digest;
import dev.sieve.data.SplitRule;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.pack.JobShare;
import dev.sieve.engine.SieveEngine;
import dev.sieve.train.TrainingSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that decides the numbers of a stage's trials besides their configurations and repeats: data,
 * split, normalization, components, the search's seed, what is measured, and the engine. Neither
 * the stage's name nor that of the search is part of it: no random stream of a training depends on
 * them.
 *
 * @param hash the same where all of it is
 */
record Ground(String hash) {
  private static final int HASH_BYTES = 16;

  /**
   * Returns that of {@code stage}, a stage of {@code conf}; empty where the engine's bits are those
   * of one machine, which no conf names.
   */
  private static Optional<Ground> of(SearchConf conf, StageConf stage, DataIdentity data) {
    if (!(conf.engine() instanceof SieveEngine)) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    texts.add(data.fingerprint());
    texts.add(stage.split().toString());
    if (namesFiles(stage.split())) {
      texts.addAll(data.parts());
    }
    texts.add(stage.normalization().text());
    texts.add(stage.components().toString());
    texts.add(decisive(JobShare.settings(conf, stage)).toString());
    return Optional.of(new Ground(Digest.of(texts, HASH_BYTES)));
  }

  /** Returns those of the stages of {@code conf} that have one, by name. */
  static Map<String, Ground> byStage(SearchConf conf, DataIdentity data) {
    Map<String, Ground> grounds = new HashMap<>();
    for (StageConf stage : conf.stages()) {
      of(conf, stage, data).ifPresent(ground -> grounds.put(stage.name(), ground));
    }
    return grounds;
  }

  private static boolean namesFiles(SplitRule split) {
    return !split.train().files().isEmpty() || !split.validation().files().isEmpty();
  }

  /** Returns {@code settings} as they are whatever comes back besides the numbers. */
  private static TrainingSettings decisive(TrainingSettings settings) {
    return new TrainingSettings(
        settings.engine(),
        settings.seed(),
        settings.evaluation(),
        settings.divergedLoss(),
        false,
        false);
  }
}
