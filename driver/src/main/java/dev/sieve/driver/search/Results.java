package dev.sieve.driver.search;

import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.plan.PlannedRound;
import dev.sieve.driver.plan.StageResults;
import dev.sieve.driver.plan.cube.TrialLegs;
import dev.sieve.driver.stage.Stage;
import dev.sieve.result.Column;
import dev.sieve.result.ConfirmationRow;
import dev.sieve.result.CurveRow;
import dev.sieve.result.EnsembleRow;
import dev.sieve.result.ExecutionRow;
import dev.sieve.result.ImportanceRow;
import dev.sieve.result.TrialRow;
import dev.sieve.result.TrialTable;
import dev.sieve.space.Candidate;
import dev.sieve.trial.Confirmation;
import dev.sieve.trial.Execution;
import dev.sieve.trial.Metric;
import dev.sieve.trial.Ranking;
import dev.sieve.trial.Score;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All that is known of a search's trials, as the tables want it: by stage as in the conf, then
 * trial. One thread changes it; others read it while they hold its monitor.
 */
public final class Results {
  private final SearchConf conf;
  private final RepeatEnsembles ensembles;
  private final Map<String, StageTrials> stages = new LinkedHashMap<>(); // as in the conf
  private final Map<Trial, Ended> ended = new HashMap<>();
  private final Map<String, OfResults> importance = new HashMap<>();

  /** The importance that so many results of a stage give. */
  private record OfResults(int results, List<ImportanceRow> rows) {}

  private record Ended(TrialResult result, Execution execution) {}

  Results(SearchConf conf, RepeatEnsembles ensembles) {
    this.conf = conf;
    this.ensembles = ensembles;
    conf.stages().forEach(stage -> stages.put(stage.name(), null));
  }

  /** Returns the name of the search. */
  String search() {
    return conf.name();
  }

  /** Adds the trials of {@code round}: new ones, or some of the rounds before, which go on. */
  synchronized void planned(PlannedRound round) {
    stages
        .compute(
            round.stage().name(), (name, known) -> known == null ? new StageTrials(round) : known)
        .add(round);
  }

  synchronized void add(TrialResult result, Execution execution) {
    ended.put(result.trial(), new Ended(result, execution));
  }

  /** Returns all trials that have their results, on each of their legs. */
  List<Trial> trained() {
    return List.copyOf(ended.keySet());
  }

  boolean has(Trial trial) {
    return ended.containsKey(trial);
  }

  /** Returns whether every trial of {@code round} has its result. */
  boolean isComplete(PlannedRound round) {
    return round.trials().stream().allMatch(this::has);
  }

  /** Returns the results of {@code round} so far, by trial. */
  List<TrialResult> of(PlannedRound round) {
    return results(round.trials());
  }

  /** Returns how far each trial of {@code stage} has come, by trial. */
  List<TrialResult> of(Stage stage) {
    return latest(stages.get(stage.name()));
  }

  private List<TrialResult> latest(StageTrials of) {
    return results(of.latest(this::has));
  }

  private List<TrialResult> results(List<Trial> trials) {
    return trials.stream().filter(this::has).map(trial -> ended.get(trial).result()).toList();
  }

  /** Returns the results of the stage {@code final}, by repeat; none where the search has none. */
  public List<TrialResult> last() {
    return begun()
        .filter(stage -> stage.stage().isFinal())
        .flatMap(stage -> latest(stage).stream())
        .toList();
  }

  /** Returns how many test images there are. */
  public int testImages() {
    return ensembles.testImages();
  }

  /** Returns the results of all stages but {@code final}, by stage, then trial. */
  public List<TrialResult> competing() {
    return begun()
        .filter(stage -> !stage.stage().isFinal())
        .flatMap(stage -> latest(stage).stream())
        .toList();
  }

  /**
   * Returns the configurations that stages have searched, best first, each stage's by themselves.
   */
  public List<Ranking.Place<TrialResult>> ranking() {
    record Configuration(String stage, Candidate candidate) {}

    List<StageTrials> searched = begun().filter(of -> !of.stage().conf().repeatsOthers()).toList();
    Map<Trial, Score> scores = new HashMap<>();
    searched.forEach(of -> scores.putAll(results(of).scores()));
    return Ranking.of(
        searched.stream().flatMap(of -> latest(of).stream()).toList(),
        result -> new Configuration(result.trial().stage(), result.trial().candidate()),
        result ->
            scores.containsKey(result.trial())
                ? scores.get(result.trial()).mean()
                : metric().worth(result));
  }

  private StageResults results(StageTrials of) {
    Optional<StageTrials> before = of.stage().conf().plan().waitsFor().map(stages::get);
    return new StageResults(
        of.stage(), of.space(), new TrialLegs(results(of.onAllLegs())), before.map(this::results));
  }

  /** Returns what the search maximizes. */
  public Metric metric() {
    return conf.evaluation().metric();
  }

  /** Returns the columns of the table {@code trials}. */
  List<Column<TrialRow>> trialColumns() {
    return TrialTable.columns(conf.evaluation().measuresClasses());
  }

  /** Returns what fresh repeats say of the best configurations; empty where there are none yet. */
  public Optional<Confirmation> confirmation() {
    return begun().flatMap(of -> results(of).confirmation().stream()).findFirst();
  }

  /** Returns that as rows, best first. */
  List<ConfirmationRow> confirmed() {
    return confirmation().stream()
        .flatMap(all -> all.places().stream())
        .map(place -> new ConfirmationRow(conf.name(), place))
        .toList();
  }

  /** Returns what halving has saved and cost in each stage that has one. */
  public List<Pruning> pruning() {
    return begun()
        .filter(of -> of.stage().conf().halving().isPresent())
        .map(of -> Pruning.of(of, results(of.onAllLegs()), latest(of)))
        .toList();
  }

  List<TrialRow> trials() {
    return begun().flatMap(of -> rows(of).stream()).toList();
  }

  private List<TrialRow> rows(StageTrials of) {
    Map<Trial, Score> scores = results(of).scores();
    return latest(of).stream()
        .map(result -> of.stage().row(conf, result, scores.get(result.trial()), of.rung(result)))
        .toList();
  }

  List<CurveRow> curves() {
    List<CurveRow> rows = new ArrayList<>();
    begun()
        .flatMap(of -> latest(of).stream())
        .forEach(
            result ->
                result
                    .curve()
                    .forEach(point -> rows.add(new CurveRow(conf.name(), result.trial(), point))));
    return rows;
  }

  /**
   * @param command returns what trains a trial again
   */
  List<ExecutionRow> executions(Function<Trial, String> command) {
    return begun()
        .flatMap(of -> of.latest(this::has).stream())
        .map(
            trial ->
                new ExecutionRow(
                    conf.name(), trial, ended.get(trial).execution(), command.apply(trial)))
        .toList();
  }

  /** Returns the ensembles of repeats so far; none where the conf asks for none. */
  public List<EnsembleRow> ensembles() {
    return begun()
        .flatMap(of -> ensembles.of(of.stage(), of.planned(), latest(of)).stream())
        .toList();
  }

  /**
   * Returns what each searched hyperparameter does, stage by stage; computed once for the same
   * results.
   */
  public List<ImportanceRow> importance() {
    return begun()
        .filter(of -> of.stage().conf().plan().map(search -> true, confirm -> false, last -> false))
        .flatMap(of -> importance(of).stream())
        .toList();
  }

  private List<ImportanceRow> importance(StageTrials of) {
    int known = results(of.onAllLegs()).size();
    String stage = of.stage().name();
    if (importance.containsKey(stage) && importance.get(stage).results() == known) {
      return importance.get(stage).rows();
    }
    List<ImportanceRow> rows = results(of).importance(conf.name());
    importance.put(stage, new OfResults(known, rows));
    return rows;
  }

  private Stream<StageTrials> begun() {
    return stages.values().stream().filter(Objects::nonNull);
  }
}
