package dev.sieve.driver.search;

import dev.sieve.Digest;
import dev.sieve.data.DataSet;
import dev.sieve.driver.checkpoint.CheckpointFolder;
import dev.sieve.driver.checkpoint.CheckpointRule;
import dev.sieve.driver.cluster.Cluster;
import dev.sieve.driver.cluster.Deadline;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.SpaceFormat;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.plan.PlannedStage;
import dev.sieve.driver.plan.StagePlanner;
import dev.sieve.driver.run.Probabilities;
import dev.sieve.driver.run.Provenance;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.RunLock;
import dev.sieve.trial.Failure;
import dev.sieve.trial.Status;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * One search, from its conf to its tables. Stages that need nothing from each other run at once.
 * What an earlier run of the same search has finished is taken from the journal; all else that is
 * needed to go on is derived again from conf, data and journal.
 */
public final class Search {
  private static final int HASH_BYTES = 6;

  private final SearchConf conf;
  private final StagePlanner planner;
  private final Results results;
  private final StageRunner runner;
  private final SearchTables tables;
  private final RunDirectory run;
  private final RunLock lock;
  private final Optional<CheckpointFolder> checkpoints;
  private Provenance provenance;

  /**
   * @param run exists, and belongs to this search
   * @param lock held on it
   * @param provenance as far as it is known before the search
   */
  public Search(
      SearchConf conf,
      DataSet images,
      RunDirectory run,
      RunLock lock,
      JavaSparkContext spark,
      Provenance provenance,
      Reporter reporter) {
    this.conf = conf;
    this.run = run;
    this.lock = lock;
    this.provenance = provenance;
    this.planner = new StagePlanner(conf, images);
    RepeatEnsembles ensembles =
        new RepeatEnsembles(
            conf, images.pool().labels(), images.test().labels(), new Probabilities(run));
    this.results = new Results(conf, ensembles);
    this.tables = new SearchTables(run, lock, results);
    Cluster cluster = new Cluster(spark, images, reporter::warn);
    Configuration hadoop = spark.hadoopConfiguration();
    CheckpointRule rule =
        conf.checkpoints().applies() ? checkpointRule(hadoop) : CheckpointRule.NEVER;
    this.checkpoints =
        rule.applies() ? Optional.of(rule.folder(hadoop, reporter::warn)) : Optional.empty();
    if (rule.applies()) {
      cluster.checkSeen(rule.path());
    }
    Recorder recorder =
        new Recorder(
            run, lock, results, tables, ensembles, images.test().labels(), checkpoints, reporter);
    this.runner = new StageRunner(conf, rule, cluster, results, recorder, checkpoints, reporter);
  }

  /** A folder of this search's own: states of another one would be of no use to it. */
  private CheckpointRule checkpointRule(Configuration hadoop) {
    String hash =
        Digest.of(
            List.of(provenance.platform().sieve(), provenance.conf(), provenance.dataFingerprint()),
            HASH_BYTES);
    String folder =
        conf.checkpoints()
            .path()
            .map(path -> path + "/" + conf.name() + "-" + hash)
            .orElse(run.folder().uri() + "/checkpoints");
    return CheckpointRule.at(folder, hadoop, hash, conf.checkpoints().every());
  }

  /** Refuses, before anything runs, what {@code images} do not allow. */
  public static void check(SearchConf conf, DataSet images) {
    new StagePlanner(conf, images).checkData();
  }

  /**
   * How far a search got.
   *
   * @param stopped why it ended before its end; empty where it did not
   */
  public record Outcome(Results results, Optional<String> stopped) {}

  /**
   * Trains what is left to train, stage by stage, and writes the tables.
   *
   * @throws SearchFailure where no trial of a stage completed; the tables say why
   */
  public Outcome run() {
    Deadline deadline = new Deadline(conf.limits().search());
    Map<String, List<TrialResult>> done = new HashMap<>();
    List<StageConf> left = new ArrayList<>(conf.stages());
    while (!left.isEmpty()) {
      List<PlannedStage> ready = plan(left, done);
      runner.run(ready, deadline);
      for (PlannedStage stage : ready) {
        done.put(stage.name(), results.of(stage));
        left.remove(stage.conf());
      }
      tables.write();
      if (!ready.stream().allMatch(results::isComplete)) {
        return stopped(ready, deadline);
      }
      ready.forEach(this::refuseFailure);
    }
    checkpoints.ifPresent(CheckpointFolder::clear);
    return new Outcome(results, Optional.empty());
  }

  private Outcome stopped(List<PlannedStage> stages, Deadline deadline) {
    String why =
        "limits.search, %s, was reached: %s"
            .formatted(
                deadline.limit().toString().substring(2).toLowerCase(Locale.ROOT),
                stages.stream()
                    .map(
                        stage ->
                            "%d of %d trials of %s are done"
                                .formatted(
                                    results.of(stage).size(), stage.trials().size(), stage.name()))
                    .collect(Collectors.joining(", ")));
    provenance = provenance.stopped(why);
    writeProvenance();
    return new Outcome(results, Optional.of(why));
  }

  /** Returns those of {@code left} that wait for no stage, with their trials. */
  private List<PlannedStage> plan(List<StageConf> left, Map<String, List<TrialResult>> done) {
    List<PlannedStage> ready =
        left.stream()
            .filter(stage -> StagePlanner.waitsFor(stage).map(done::containsKey).orElse(true))
            .map(stage -> planner.plan(stage, done))
            .toList();
    for (PlannedStage stage : ready) {
      results.planned(stage);
      stage
          .narrowed()
          .ifPresent(
              space -> provenance = provenance.narrowed(stage.name(), SpaceFormat.write(space)));
    }
    writeProvenance();
    return ready;
  }

  private void writeProvenance() {
    lock.check();
    provenance.write(run);
  }

  private void refuseFailure(PlannedStage stage) {
    List<TrialResult> ended = results.of(stage);
    if (ended.stream().noneMatch(result -> result.status() == Status.COMPLETED)) {
      Map<Failure, Long> causes =
          ended.stream()
              .collect(
                  Collectors.groupingBy(TrialResult::failure, TreeMap::new, Collectors.counting()));
      throw new SearchFailure(
          "no trial of stage %s completed: %s. The reasons stand in %s/executions.csv"
              .formatted(
                  stage.name(),
                  causes.entrySet().stream()
                      .map(cause -> cause.getValue() + " × " + cause.getKey())
                      .collect(Collectors.joining(", ")),
                  run.display()));
    }
  }
}
