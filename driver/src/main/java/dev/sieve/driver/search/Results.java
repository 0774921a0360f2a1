package dev.sieve.driver.search;

import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.plan.PlannedStage;
import dev.sieve.result.CurveRow;
import dev.sieve.result.EnsembleRow;
import dev.sieve.result.ExecutionRow;
import dev.sieve.result.TrialRow;
import dev.sieve.trial.Execution;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All that is known of a search's trials, as the tables want it: by stage as in the conf, then
 * trial.
 */
public final class Results {
  private final SearchConf conf;
  private final RepeatEnsembles ensembles;
  private final Map<String, PlannedStage> planned = new LinkedHashMap<>();
  private final Map<Trial, TrialResult> results = new HashMap<>();
  private final Map<Trial, Execution> executions = new HashMap<>();

  Results(SearchConf conf, RepeatEnsembles ensembles) {
    this.conf = conf;
    this.ensembles = ensembles;
  }

  /** Returns the name of the search. */
  String search() {
    return conf.name();
  }

  void planned(PlannedStage stage) {
    planned.put(stage.name(), stage);
  }

  void add(TrialResult result, Execution execution) {
    results.put(result.trial(), result);
    executions.put(result.trial(), execution);
  }

  boolean has(Trial trial) {
    return results.containsKey(trial);
  }

  /** Returns whether every trial of {@code stage} has its result. */
  boolean isComplete(PlannedStage stage) {
    return stage.trials().stream().allMatch(this::has);
  }

  /** Returns the results of {@code stage} so far, by trial. */
  List<TrialResult> of(PlannedStage stage) {
    return stage.trials().stream().filter(this::has).map(results::get).toList();
  }

  /** Returns the results of the stage {@code final}, by repeat; none where the search has none. */
  public List<TrialResult> last() {
    return planned.values().stream()
        .filter(PlannedStage::isFinal)
        .flatMap(stage -> of(stage).stream())
        .toList();
  }

  /** Returns the best {@code count} results over all stages but {@code final}, best first. */
  public List<TrialResult> best(int count) {
    List<PlannedStage> stages = stages();
    return stages.stream()
        .filter(stage -> !stage.isFinal())
        .flatMap(stage -> of(stage).stream())
        .sorted(TrialResult.BEST_FIRST)
        .limit(count)
        .toList();
  }

  List<TrialRow> trials() {
    List<TrialRow> rows = new ArrayList<>();
    for (PlannedStage stage : stages()) {
      for (TrialResult result : of(stage)) {
        rows.add(stage.row(conf, result));
      }
    }
    return rows;
  }

  List<CurveRow> curves() {
    List<CurveRow> rows = new ArrayList<>();
    for (PlannedStage stage : stages()) {
      for (TrialResult result : of(stage)) {
        result.curve().forEach(point -> rows.add(new CurveRow(conf.name(), result.trial(), point)));
      }
    }
    return rows;
  }

  /**
   * @param command returns what trains a trial again
   */
  List<ExecutionRow> executions(Function<Trial, String> command) {
    List<ExecutionRow> rows = new ArrayList<>();
    for (PlannedStage stage : stages()) {
      for (TrialResult result : of(stage)) {
        Trial trial = result.trial();
        rows.add(new ExecutionRow(conf.name(), trial, executions.get(trial), command.apply(trial)));
      }
    }
    return rows;
  }

  /** Returns the ensembles of repeats so far; none where the conf asks for none. */
  public List<EnsembleRow> ensembles() {
    return stages().stream().flatMap(stage -> ensembles.of(stage, of(stage)).stream()).toList();
  }

  private List<PlannedStage> stages() {
    List<String> order = conf.stages().stream().map(stage -> stage.name()).toList();
    return planned.values().stream()
        .sorted(Comparator.comparing(stage -> order.indexOf(stage.name())))
        .toList();
  }
}
