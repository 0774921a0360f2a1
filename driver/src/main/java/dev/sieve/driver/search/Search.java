package dev.sieve.driver.search;

import dev.sieve.data.DataSet;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.fit.NetworkSizes;
import dev.sieve.driver.pack.PackExecutor;
import dev.sieve.driver.plan.PlannedRound;
import dev.sieve.driver.plan.Rounds;
import dev.sieve.driver.reuse.Reuse;
import dev.sieve.driver.run.Provenance;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.RunLock;
import dev.sieve.driver.run.SearchTime;
import dev.sieve.driver.stage.Stage;
import dev.sieve.driver.stage.StageData;
import dev.sieve.trial.Status;
import dev.sieve.trial.TrialResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/**
 * One search, from its conf to its tables, in rounds: those of stages that need nothing from each
 * other run at once. What an earlier run of the same search has finished is taken from the journal;
 * all else that is needed to go on is derived again from conf, data and journal.
 */
public final class Search {
  private final SearchConf conf;
  private final Rounds rounds;
  private final Results results;
  private final RoundRunner runner;
  private final SearchTables tables;
  private final RunDirectory run;
  private final SearchProvenance provenance;
  private final SearchCheckpoints checkpoints;
  private final Reporter reporter;

  /**
   * @param run exists, and belongs to this search
   * @param lock held on it
   * @param executor trains
   * @param provenance as far as it is known before the search
   * @param reuse what other runs have finished for it
   * @param hadoop how files are reached
   */
  public Search(
      SearchConf conf,
      DataSet images,
      RunDirectory run,
      RunLock lock,
      PackExecutor executor,
      Provenance provenance,
      Reuse reuse,
      Configuration hadoop,
      Reporter reporter) {
    this.conf = conf;
    this.run = run;
    this.reporter = reporter;
    this.checkpoints =
        SearchCheckpoints.of(conf, run, provenance, hadoop, reporter::warn)
            .seenBy(executor, conf, reporter::warn);
    this.provenance =
        new SearchProvenance(
            run, lock, new PlanRecord(conf, images, provenance.dataFingerprint()), provenance);
    this.rounds = new Rounds(conf, new StageData(conf, images));
    RepeatEnsembles ensembles =
        new RepeatEnsembles(conf, images.pool().labels(), images.test().labels(), run);
    this.results = new Results(conf, ensembles);
    this.tables = new SearchTables(run, lock, results);
    Recorder recorder =
        new Recorder(
            run,
            lock,
            results,
            tables,
            ensembles,
            new KeptFiles(conf, run, images.test().count() > 0),
            images.test().labels(),
            reuse,
            checkpoints,
            reporter);
    this.runner = new RoundRunner(conf, executor, results, recorder, checkpoints, reporter);
  }

  /**
   * Refuses, before anything runs, what {@code images} do not allow.
   *
   * @param memory bytes of what trains; {@link Long#MAX_VALUE} where that is not known
   */
  public static void check(SearchConf conf, DataSet images, long memory) {
    new StageData(conf, images).checkData();
    new NetworkSizes(images.width(), images.classes(), memory).check(conf);
  }

  /**
   * How far a search got.
   *
   * @param stopped why it ended before its end; empty where it did not
   */
  public record Outcome(Results results, Optional<String> stopped) {}

  /**
   * Trains what is left to train, round by round, and writes the tables whenever a stage ends.
   *
   * @throws SearchFailure where no trial of a stage completed; the tables say why
   */
  public Outcome run() {
    Budget budget = new Budget(conf.limits());
    for (List<PlannedRound> ready = rounds.ready(); !ready.isEmpty(); ready = rounds.ready()) {
      ready.forEach(results::planned);
      provenance.begin(ready);
      ready.stream()
          .filter(round -> round.number() == 0)
          .map(round -> EarlyStops.insideCycles(conf, round.stage()))
          .forEach(told -> told.ifPresent(reporter::tell));
      ready.forEach(
          round -> round.reasons().forEach(why -> reporter.moved(round.stage().name(), why)));
      runner.run(ready, budget);
      if (!ready.stream().allMatch(results::isComplete)) {
        tables.end();
        return stopped(ready, budget);
      }
      ready.forEach(round -> rounds.tell(round, results.of(round)));
      List<Stage> over =
          ready.stream().map(PlannedRound::stage).filter(s -> rounds.isOver(s.name())).toList();
      if (!over.isEmpty()) {
        tables.catchUp();
        over.forEach(this::refuseFailure);
        over.forEach(this::tellOfEnd);
        over.stream()
            .filter(stage -> stage.conf().pruner().isPresent())
            .forEach(stage -> checkpoints.forget(stage.name()));
      }
    }
    tables.end();
    checkpoints.clear();
    return new Outcome(results, Optional.empty());
  }

  /** Says why {@code stage}, which is over, has fewer configurations than it might have. */
  private void tellOfEnd(Stage stage) {
    rounds
        .endedEarly(stage.conf())
        .ifPresent(
            why -> {
              results.ended(stage.name() + " " + why);
              provenance.ended(stage.conf(), why);
              reporter.tell(stage.name() + " " + why);
            });
  }

  /** Keeps how long the search took, which {@link #run} has ended. */
  public void took(SearchTime time) {
    provenance.took(time);
  }

  /** Writes the tables of all that has ended so far. For any thread, while the search runs. */
  public void writeTables() {
    tables.finish();
  }

  private Outcome stopped(List<PlannedRound> ready, Budget budget) {
    String why =
        budget.reason()
            + ready.stream().map(this::progress).collect(Collectors.joining(", ", ": ", ""));
    provenance.stopped(why);
    return new Outcome(results, Optional.of(why));
  }

  private String progress(PlannedRound round) {
    Stage stage = round.stage();
    boolean alone = stage.conf().pruner().isPresent() || stage.conf().race();
    int done = alone ? results.of(round).size() : results.of(stage).size();
    int all = alone ? round.trials().size() : stage.conf().trials();
    return done + " of " + all + " trials of " + round.title() + " are done";
  }

  private static String cause(TrialResult result) {
    return String.valueOf(result.failure() == null ? result.status() : result.failure());
  }

  private void refuseFailure(Stage stage) {
    List<TrialResult> ended = results.of(stage);
    if (ended.stream().noneMatch(result -> result.status() == Status.COMPLETED)) {
      tables.end();
      Map<?, Long> causes =
          ended.stream()
              .collect(Collectors.groupingBy(Search::cause, TreeMap::new, Collectors.counting()));
      String counted =
          causes.entrySet().stream()
              .map(cause -> cause.getValue() + " × " + cause.getKey())
              .collect(Collectors.joining(", "));
      throw new SearchFailure(
          "no trial of stage "
              + stage.name()
              + " completed: "
              + counted
              + ". The reasons stand in "
              + run.display()
              + "/executions.csv");
    }
  }
}
