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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Trains what is left of stages that run at once. */
final class StageRunner {
  private final SearchConf conf;
  private final ImageSet images;
  private final Blas blas;
  private final Cluster cluster;
  private final Results results;
  private final Recorder recorder;
  private final Reporter reporter;
  private final Map<Kind, Optional<ColumnRule>> rules = new HashMap<>();

  /** All that the probe of a stage depends on. */
  private record Kind(Set<List<Integer>> hidden, int batchSize) {}

  StageRunner(
      SearchConf conf,
      ImageSet images,
      Blas blas,
      Cluster cluster,
      Results results,
      Recorder recorder,
      Reporter reporter) {
    this.conf = conf;
    this.images = images;
    this.blas = blas;
    this.cluster = cluster;
    this.results = results;
    this.recorder = recorder;
    this.reporter = reporter;
  }

  /** Returns when every trial of {@code stages} has its result. */
  void run(List<PlannedStage> stages) {
    recorder.begin(stages);
    List<Trial> missing =
        stages.stream()
            .flatMap(stage -> stage.trials().stream())
            .filter(trial -> !results.has(trial))
            .toList();
    List<StageJob> jobs = jobs(stages);
    reporter.stagesBegin(
        stages.stream().map(PlannedStage::name).toList(),
        stages.stream().flatMap(stage -> stage.trials().stream()).toList(),
        stages.stream().flatMap(stage -> results.of(stage).stream()).toList(),
        missing.stream().mapToLong(Trial::epochs).sum());
    cluster.train(jobs, recorder::ended, reporter::progressed);
    reporter.stagesEnd();
  }

  private List<StageJob> jobs(List<PlannedStage> stages) {
    Map<String, StageShare> shares = new HashMap<>();
    for (PlannedStage stage : stages) {
      shares.put(stage.name(), share(stage));
    }
    List<Pack> packs = new ArrayList<>();
    List<Trial> free = new ArrayList<>();
    for (PlannedStage stage : stages) {
      if (conf.packing().fixed() || shares.get(stage.name()).fixedPacks()) {
        Packer.fixed(stage.trials(), conf.packing().size()).stream()
            .filter(pack -> pack.trials().stream().anyMatch(trial -> !results.has(trial)))
            .forEach(packs::add);
      } else {
        stage.trials().stream().filter(trial -> !results.has(trial)).forEach(free::add);
      }
    }
    packs.addAll(Packer.spread(free, conf.packing(), cluster.cores()));
    return stages.stream()
        .map(stage -> new StageJob(shares.get(stage.name()), of(stage, packs)))
        .filter(job -> !job.packs().isEmpty())
        .toList();
  }

  private static List<Pack> of(PlannedStage stage, List<Pack> packs) {
    return packs.stream().filter(pack -> pack.stage().equals(stage.name())).toList();
  }

  private StageShare share(PlannedStage stage) {
    ColumnRule rule = columns(stage);
    Evaluation asked = conf.evaluation();
    boolean last = stage.isFinal();
    TrainingSettings settings =
        new TrainingSettings(
            conf.seed(),
            new Evaluation(
                asked.interval(),
                asked.train(),
                asked.reportTest() || last,
                asked.earlyStopping(),
                asked.cycleEnsemble()),
            conf.divergedLoss(),
            rule == null ? ColumnRule.TIGHT : rule,
            conf.keepModels() == KeepModels.ALL || (last && conf.keepModels() == KeepModels.FINAL),
            last);
    return new StageShare(stage.split(), stage.scaling(), settings, blas.choice(), rule == null);
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
