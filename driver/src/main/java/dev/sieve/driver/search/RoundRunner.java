package dev.sieve.driver.search;

import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.pack.JobPlan;
import dev.sieve.driver.pack.JobShare;
import dev.sieve.driver.pack.PackExecutor;
import dev.sieve.driver.pack.PackResult;
import dev.sieve.driver.pack.Packer;
import dev.sieve.driver.plan.PlannedRound;
import dev.sieve.driver.stage.Stage;
import dev.sieve.space.Axes;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Trains what is left of rounds that run at once. */
final class RoundRunner {
  private final SearchConf conf;
  private final PackExecutor executor;
  private final Results results;
  private final Recorder recorder;
  private final SearchCheckpoints checkpoints;
  private final Reporter reporter;
  private final Set<String> told = new HashSet<>(); // stages

  RoundRunner(
      SearchConf conf,
      PackExecutor executor,
      Results results,
      Recorder recorder,
      SearchCheckpoints checkpoints,
      Reporter reporter) {
    this.conf = conf;
    this.executor = executor;
    this.results = results;
    this.recorder = recorder;
    this.checkpoints = checkpoints;
    this.reporter = reporter;
  }

  /** Returns when every trial of {@code rounds} has its result, or a limit is reached. */
  void run(List<PlannedRound> rounds, Budget budget) {
    recorder.begin(rounds);
    List<TrialResult> known = rounds.stream().flatMap(round -> results.of(round).stream()).toList();
    known.forEach(budget::heard);
    List<Trial> trials = rounds.stream().flatMap(round -> round.trials().stream()).toList();
    List<Trial> missing = trials.stream().filter(trial -> !results.has(trial)).toList();
    Set<Trial> allowed = new HashSet<>(budget.allowed(missing, results.trained()));
    List<JobPlan> jobs = jobs(rounds, allowed);
    reporter.roundsBegin(
        rounds.stream().map(PlannedRound::title).toList(),
        trials,
        known,
        allowed.stream().mapToLong(trial -> trial.leg().epochs()).sum());
    try {
      executor.train(jobs, budget.deadline(), pack -> ended(pack, budget), reporter::progressed);
    } finally {
      recorder.settle();
    }
    reporter.roundsEnd();
  }

  private void ended(PackResult pack, Budget budget) {
    recorder.ended(pack);
    pack.trained().forEach(trained -> budget.heard(trained.result()));
  }

  /** Says once what {@code stage} trains on, if that is not all inputs. */
  private void tellOfComponents(Stage stage) {
    if (stage.components().isPresent() && told.add(stage.name())) {
      boolean drops = !stage.conf().plan().space().isNeutral(Axes.INPUT_DROPOUT);
      reporter.tell(
          stage.name()
              + ": "
              + stage.components().get().text()
              + (drops ? "; input-dropout leaves out components" : ""));
    }
  }

  private List<JobPlan> jobs(List<PlannedRound> rounds, Set<Trial> allowed) {
    Map<JobShare, List<Trial>> trials = new LinkedHashMap<>();
    for (PlannedRound round : rounds) {
      List<Trial> left = round.trials().stream().filter(allowed::contains).toList();
      if (!left.isEmpty()) {
        tellOfComponents(round.stage());
        JobShare share = JobShare.of(conf, round.stage(), checkpoints.rule());
        trials.computeIfAbsent(share, s -> new ArrayList<>()).addAll(left);
      }
    }
    List<Trial> missing = trials.values().stream().flatMap(List::stream).toList();
    return new Packer(conf.packSize(), executor.executors())
        .plan(trials, checkpoints.origins(missing));
  }
}
