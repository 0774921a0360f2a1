package dev.sieve.driver.search;

import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.plan.PlannedRound;
import dev.sieve.driver.plan.StageResults;
import dev.sieve.driver.plan.cube.TrialLegs;
import dev.sieve.driver.run.journal.JournalEntry;
import dev.sieve.driver.saving.Savings;
import dev.sieve.driver.saving.StageTrials;
import dev.sieve.driver.stage.Stage;
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
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that is known of a search's trials: by stage as in the conf, then trial. One thread changes
 * it; others read it while they hold its monitor.
 */
public final class Results {
  private final SearchConf conf;
  private final RepeatEnsembles ensembles;
  private final TableRows rows;
  private final Map<String, StageTrials> stages = new LinkedHashMap<>(); // as in the conf
  private final Map<Trial, Ended> ended = new HashMap<>();
  private final List<String> endings = new ArrayList<>();

  /**
   * @param reused the run that it was taken over from; null where this one has trained it
   */
  private record Ended(TrialResult result, Execution execution, String reused) {}

  /**
   * What was taken over from other runs, and not trained.
   *
   * @param runs as messages show them, sorted
   * @param trials of {@code ofTrials}
   * @param trialEpochs of {@code ofTrialEpochs}
   */
  public record Reused(
      List<String> runs, int trials, int ofTrials, long trialEpochs, long ofTrialEpochs) {}

  Results(SearchConf conf, RepeatEnsembles ensembles) {
    this.conf = conf;
    this.ensembles = ensembles;
    this.rows = new TableRows(conf, this, ensembles);
    conf.stages().forEach(stage -> stages.put(stage.name(), null));
  }

  /** Adds the trials of {@code round}: new ones, or some of the rounds before, which go on. */
  synchronized void planned(PlannedRound round) {
    stages
        .compute(
            round.stage().name(), (name, known) -> known == null ? new StageTrials(round) : known)
        .add(round);
  }

  /**
   * Adds {@code result}, of the trial that was planned: the one that comes back from an executor is
   * a copy, and a search may have a million.
   */
  synchronized void add(TrialResult result, Execution execution) {
    StageTrials stage = stages.get(result.trial().stage());
    Trial trial = stage == null ? result.trial() : stage.planned(result.trial());
    ended.put(trial, new Ended(result.of(trial), execution, null));
  }

  /** Adds what the journal has of {@code trial}. */
  synchronized void add(Trial trial, JournalEntry entry) {
    ended.put(trial, new Ended(entry.result(trial), entry.execution(), entry.reused()));
  }

  /** Returns what was taken over from other runs; empty where all was trained. */
  public Optional<Reused> reused() {
    Map<Trial, Ended> taken = new HashMap<>(ended);
    taken.values().removeIf(one -> one.reused() == null);
    return taken.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Reused(
                taken.values().stream().map(Ended::reused).distinct().sorted().toList(),
                trials(taken.keySet()),
                trials(ended.keySet()),
                trialEpochs(taken.keySet()),
                trialEpochs(ended.keySet())));
  }

  private static int trials(Set<Trial> onLegs) {
    return (int) onLegs.stream().map(Trial::label).distinct().count();
  }

  private static long trialEpochs(Set<Trial> onLegs) {
    return onLegs.stream().mapToLong(trial -> trial.leg().epochs()).sum();
  }

  /** Returns all trials that have their results, on each of their legs. */
  List<Trial> trained() {
    return List.copyOf(ended.keySet());
  }

  /** Returns how many there are: on each leg of each trial. */
  int count() {
    return ended.size();
  }

  /** Returns how {@code trial} was trained, which has its result. */
  Execution execution(Trial trial) {
    return ended.get(trial).execution();
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

  /** Returns how far each trial of {@code of} has come, by trial. */
  List<TrialResult> latest(StageTrials of) {
    return results(of.latest(this::has));
  }

  /** Returns what each trial of {@code of} has come to on each of its legs. */
  List<TrialResult> onAllLegs(StageTrials of) {
    return results(of.onAllLegs());
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

  /** Returns what the results of {@code of} amount to. */
  StageResults results(StageTrials of) {
    Optional<StageTrials> before = of.stage().conf().plan().waitsFor().map(stages::get);
    return new StageResults(
        of.stage(), of.space(), new TrialLegs(onAllLegs(of)), before.map(this::results));
  }

  /** Returns what the search maximizes. */
  public Metric metric() {
    return conf.evaluation().metric();
  }

  /** Returns what fresh repeats say of the best configurations; empty where there are none yet. */
  public Optional<Confirmation> confirmation() {
    return begun().flatMap(of -> results(of).confirmation().stream()).findFirst();
  }

  /** Returns what pruning and races have saved, and cost. */
  public Savings savings() {
    return Savings.of(begun().toList(), this::onAllLegs);
  }

  /** Adds why a stage has fewer configurations than it might have, in a sentence. */
  void ended(String why) {
    endings.add(why);
  }

  /** Returns why stages have fewer configurations than they might have. */
  public List<String> endings() {
    return List.copyOf(endings);
  }

  /** Returns all of it as rows of tables. */
  public TableRows rows() {
    return rows;
  }

  /** Returns the stages that have begun. */
  Stream<StageTrials> begun() {
    return stages.values().stream().filter(Objects::nonNull);
  }
}
