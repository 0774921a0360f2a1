package dev.sieve.driver.search;

import dev.sieve.driver.checkpoint.CheckpointFolder;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.train.Trainer;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Trains what is left of stages that run at once. */
final class StageRunner {
  private final SearchConf conf;
  private final StageShares shares;
  private final Cluster cluster;
  private final Results results;
  private final Recorder recorder;
  private final Optional<CheckpointFolder> checkpoints;
  private final Reporter reporter;

  StageRunner(
      SearchConf conf,
      StageShares shares,
      Cluster cluster,
      Results results,
      Recorder recorder,
      Optional<CheckpointFolder> checkpoints,
      Reporter reporter) {
    this.conf = conf;
    this.shares = shares;
    this.cluster = cluster;
    this.results = results;
    this.recorder = recorder;
    this.checkpoints = checkpoints;
    this.reporter = reporter;
  }

  /** Returns when every trial of {@code stages} has its result, or the time is up. */
  void run(List<PlannedStage> stages, Deadline deadline) {
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
    cluster.train(jobs, deadline, recorder::ended, reporter::progressed);
    reporter.stagesEnd();
  }

  private List<StageJob> jobs(List<PlannedStage> stages) {
    Map<String, StageShare> byStage = new HashMap<>();
    stages.forEach(stage -> byStage.put(stage.name(), shares.of(stage)));
    List<Pack> packs = new ArrayList<>();
    List<Trial> free = new ArrayList<>();
    for (PlannedStage stage : stages) {
      if (conf.packing().fixed()) {
        Packer.fixed(stage.trials(), conf.packing().size()).stream()
            .filter(pack -> pack.trials().stream().anyMatch(trial -> !results.has(trial)))
            .forEach(packs::add);
      } else {
        stage.trials().stream().filter(trial -> !results.has(trial)).forEach(free::add);
      }
    }
    Map<Boolean, List<Trial>> byWidth =
        free.stream().collect(Collectors.partitioningBy(t -> Trainer.tooWide(List.of(t))));
    byWidth.get(true).forEach(trial -> packs.add(new Pack(List.of(trial))));
    Map<Trial, String> origins = checkpoints.map(kept -> kept.origins(free)).orElse(Map.of());
    packs.addAll(Packer.spread(byWidth.get(false), conf.packing(), cluster.cores(), origins));
    return stages.stream()
        .map(stage -> new StageJob(byStage.get(stage.name()), of(stage, packs)))
        .filter(job -> !job.packs().isEmpty())
        .toList();
  }

  private static List<Pack> of(PlannedStage stage, List<Pack> packs) {
    return packs.stream().filter(pack -> pack.stage().equals(stage.name())).toList();
  }
}
