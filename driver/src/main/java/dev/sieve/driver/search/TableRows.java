package dev.sieve.driver.search;

import dev.sieve.data.Labels;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.saving.StageTrials;
import dev.sieve.result.Column;
import dev.sieve.result.ConfirmationRow;
import dev.sieve.result.CurveRow;
import dev.sieve.result.EnsembleRow;
import dev.sieve.result.ExecutionRow;
import dev.sieve.result.ImportanceRow;
import dev.sieve.result.PredictionRow;
import dev.sieve.result.TrialRow;
import dev.sieve.result.TrialTable;
import dev.sieve.train.state.Outputs;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What is known of a search, as the tables want it: by stage as in the conf, then trial. Whoever
 * reads them holds the monitor of the {@link Results}.
 */
public final class TableRows {
  private final SearchConf conf;
  private final Results results;
  private final RepeatEnsembles ensembles;
  private final Map<String, OfResults> importance = new HashMap<>();

  /** The importance that so many results of a stage give. */
  private record OfResults(int results, List<ImportanceRow> rows) {}

  TableRows(SearchConf conf, Results results, RepeatEnsembles ensembles) {
    this.conf = conf;
    this.results = results;
    this.ensembles = ensembles;
  }

  /** Returns the columns of the table {@code trials}. */
  List<Column<TrialRow>> trialColumns() {
    return TrialTable.columns(conf.evaluation().measuresClasses(), conf.races());
  }

  List<TrialRow> trials() {
    return results
        .begun()
        .flatMap(
            of -> TrialRows.of(conf, of, results.latest(of), results.results(of).scores()).stream())
        .toList();
  }

  List<CurveRow> curves() {
    List<CurveRow> rows = new ArrayList<>();
    results
        .begun()
        .flatMap(of -> results.latest(of).stream())
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
    return results
        .begun()
        .flatMap(of -> of.latest(results::has).stream())
        .map(
            trial ->
                new ExecutionRow(
                    conf.name(), trial, results.execution(trial), command.apply(trial)))
        .toList();
  }

  /** Returns the ensembles of repeats so far; none where the conf asks for none. */
  public List<EnsembleRow> ensembles() {
    return results
        .begun()
        .flatMap(of -> ensembles.of(of.stage(), of.planned(), results.latest(of)).stream())
        .toList();
  }

  /**
   * Returns what each searched hyperparameter does, stage by stage; computed once for the same
   * results.
   */
  public List<ImportanceRow> importance() {
    return results
        .begun()
        .filter(of -> of.stage().conf().plan().map(search -> true, confirm -> false, last -> false))
        .flatMap(of -> importance(of).stream())
        .toList();
  }

  private List<ImportanceRow> importance(StageTrials of) {
    int known = results.onAllLegs(of).size();
    String stage = of.stage().name();
    if (importance.containsKey(stage) && importance.get(stage).results() == known) {
      return importance.get(stage).rows();
    }
    List<ImportanceRow> rows = results.results(of).importance(conf.name());
    importance.put(stage, new OfResults(known, rows));
    return rows;
  }

  /** Returns what fresh repeats say of the best configurations, best first. */
  List<ConfirmationRow> confirmation() {
    return results.confirmation().stream()
        .flatMap(all -> all.places().stream())
        .map(place -> new ConfirmationRow(conf.name(), place))
        .toList();
  }

  /** Returns what the network of {@code trial} makes of the test images, one row for each. */
  List<PredictionRow> predictions(Trial trial, Labels labels, Outputs outputs) {
    float[] plain = outputs.plain().test();
    float[] mirror = outputs.mirror() == null ? null : outputs.mirror().test();
    return IntStream.range(0, labels.count())
        .mapToObj(
            i ->
                new PredictionRow(
                    conf.name(), trial, i, labels.of(i), labels.classes(), plain, mirror))
        .toList();
  }
}
