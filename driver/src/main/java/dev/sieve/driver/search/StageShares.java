package dev.sieve.driver.search;

import dev.sieve.blas.Blas;
import dev.sieve.blas.ColumnRule;
import dev.sieve.data.ImageSet;
import dev.sieve.driver.conf.KeepModels;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.train.Trainer;
import dev.sieve.train.TrainingData;
import dev.sieve.train.TrainingSettings;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Trial;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out how the trials of each stage are to be trained, and how they may be packed. */
final class StageShares {
  private final SearchConf conf;
  private final ImageSet images;
  private final Blas blas;
  private final Map<Kind, Optional<ColumnRule>> rules = new HashMap<>();

  /** All that the probe of a stage depends on. */
  private record Kind(Set<List<Integer>> hidden, int batchSize) {}

  StageShares(SearchConf conf, ImageSet images, Blas blas) {
    this.conf = conf;
    this.images = images;
    this.blas = blas;
  }

  /** Returns what all tasks of {@code stage} share. */
  StageShare of(PlannedStage stage) {
    ColumnRule rule = columns(stage);
    Evaluation asked = conf.evaluation();
    boolean last = stage.isFinal();
    TrainingSettings settings =
        new TrainingSettings(
            conf.seed(),
            new Evaluation(asked.interval(), asked.train(), asked.reportTest() || last),
            conf.divergedLoss(),
            rule == null ? ColumnRule.TIGHT : rule,
            conf.keepModels() == KeepModels.ALL || (last && conf.keepModels() == KeepModels.FINAL),
            last);
    return new StageShare(
        stage.split(),
        stage.scaling(),
        settings,
        blas.choice(),
        rule == null,
        conf.limits().trial());
  }

  /**
   * Returns the rule under which every kind of pack of {@code stage} passes; null where none does.
   */
  private ColumnRule columns(PlannedStage stage) {
    TrainingData data = TrainingData.of(images, stage.split(), stage.scaling());
    Collection<List<Trial>> kinds =
        stage.trials().stream()
            .collect(Collectors.groupingBy(trial -> trial.hyperparameters().batchSize()))
            .values();
    ColumnRule strictest = ColumnRule.TIGHT;
    for (List<Trial> kind : kinds) {
      Optional<ColumnRule> rule = columns(data, kind);
      if (rule.isEmpty()) {
        return null;
      }
      strictest = rule.get().compareTo(strictest) > 0 ? rule.get() : strictest;
    }
    return strictest;
  }

  private Optional<ColumnRule> columns(TrainingData data, List<Trial> trials) {
    Set<List<Integer>> hidden =
        trials.stream()
            .map(trial -> trial.hyperparameters().hidden())
            .collect(Collectors.toUnmodifiableSet());
    int batchSize = trials.get(0).hyperparameters().batchSize();
    return rules.computeIfAbsent(
        new Kind(hidden, batchSize),
        kind -> Optional.ofNullable(Trainer.columns(blas, data, trials)));
  }
}
