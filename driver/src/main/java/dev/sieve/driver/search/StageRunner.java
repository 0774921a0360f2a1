package dev.sieve.driver.search;

import dev.sieve.driver.checkpoint.CheckpointFolder;
import dev.sieve.driver.checkpoint.CheckpointRule;
import dev.sieve.driver.cluster.Cluster;
import dev.sieve.driver.cluster.Deadline;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.pack.JobPlan;
import dev.sieve.driver.pack.JobShare;
import dev.sieve.driver.pack.Packer;
import dev.sieve.driver.plan.PlannedStage;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trains what is left of stages that run at once. */
final class StageRunner {
  private final SearchConf conf;
  private final CheckpointRule rule;
  private final Cluster cluster;
  private final Results results;
  private final Recorder recorder;
  private final Optional<CheckpointFolder> checkpoints;
  private final Reporter reporter;

  StageRunner(
      SearchConf conf,
      CheckpointRule rule,
      Cluster cluster,
      Results results,
      Recorder recorder,
      Optional<CheckpointFolder> checkpoints,
      Reporter reporter) {
    this.conf = conf;
    this.rule = rule;
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
    List<JobPlan> jobs = jobs(stages);
    reporter.stagesBegin(
        stages.stream().map(PlannedStage::name).toList(),
        stages.stream().flatMap(stage -> stage.trials().stream()).toList(),
        stages.stream().flatMap(stage -> results.of(stage).stream()).toList(),
        missing.stream().mapToLong(Trial::epochs).sum());
    cluster.train(jobs, deadline, recorder::ended, reporter::progressed);
    reporter.stagesEnd();
  }

  private List<JobPlan> jobs(List<PlannedStage> stages) {
    Map<JobShare, List<Trial>> trials = new LinkedHashMap<>();
    for (PlannedStage stage : stages) {
      JobShare share = JobShare.of(conf, stage, rule);
      stage.trials().stream()
          .filter(trial -> !results.has(trial))
          .forEach(trial -> trials.computeIfAbsent(share, s -> new ArrayList<>()).add(trial));
    }
    List<Trial> missing = trials.values().stream().flatMap(List::stream).toList();
    Map<Trial, String> origins = checkpoints.map(kept -> kept.origins(missing)).orElse(Map.of());
    return new Packer(conf.packSize(), cluster.executors()).plan(trials, origins);
  }
}
