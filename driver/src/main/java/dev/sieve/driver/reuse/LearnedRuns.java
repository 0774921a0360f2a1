package dev.sieve.driver.reuse;

import dev.sieve.Texts;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.Tables;
import dev.sieve.learned.LearnedConfiguration;
import dev.sieve.learned.LearnedStage;
import dev.sieve.result.TrialTable;
import dev.sieve.space.Axes;
import dev.sieve.space.AxisColumn;
import dev.sieve.trial.Metric;
import dev.sieve.trial.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a search learns from the tables of other runs: what their searching stages have found. Their
 * data may be others, and their trials are no trials of the search.
 */
public final class LearnedRuns {
  /** Of one stage; more would make a conf that no command line holds, and a sampler slow. */
  private static final int MOST = 500;

  private static final List<String> COLUMNS =
      Axes.ALL.stream()
          .flatMap(axis -> axis.columns().stream())
          .map(AxisColumn::header)
          .distinct()
          .toList();

  private LearnedRuns() {}

  /**
   * Returns {@code conf}, but with what its samplers learn from {@code runs}: part of the conf, so
   * that the search can go on without them, and without the option.
   *
   * @param run the directory of the search; where it holds one that has learned from runs of these
   *     names, what it has learned stays
   * @param fresh whether that is set aside
   * @throws UserError where there is nothing to learn, or nobody who learns
   */
  public static SearchConf teach(
      SearchConf conf, List<RunDirectory> runs, RunDirectory run, boolean fresh) {
    Optional<SearchConf> held = fresh ? Optional.empty() : held(run);
    if (runs.isEmpty()) {
      return held.map(there -> ConfFile.learning(conf, there.learned()))
          .filter(same -> same.identity().equals(held.get().identity()))
          .orElse(conf);
    }
    check(conf, runs, run);
    List<String> names = runs.stream().map(RunDirectory::name).distinct().toList();
    List<LearnedStage> learned =
        held.map(SearchConf::learned)
            .filter(
                known -> names.equals(known.stream().map(LearnedStage::run).distinct().toList()))
            .orElseGet(() -> of(runs, conf.evaluation().metric()));
    return ConfFile.learning(conf, learned);
  }

  private static void check(SearchConf conf, List<RunDirectory> runs, RunDirectory run) {
    if (conf.stages().stream().noneMatch(StageConf::learns)) {
      throw new UserError(
          "--learn-from needs a stage whose sampler learns (gp, tpe or auto), but search.stages has none");
    }
    if (runs.stream().anyMatch(one -> one.folder().uri().equals(run.folder().uri()))) {
      throw new UserError(
          Texts.format(
              "--learn-from must name other runs, but %s is the search's own", run.display()));
    }
  }

  /** Returns the search in {@code run} where it has learned from others. */
  private static Optional<SearchConf> held(RunDirectory run) {
    if (!run.isInUse() || !run.folder().has(RunDirectory.CONF)) {
      return Optional.empty();
    }
    String file = run.display() + "/" + RunDirectory.CONF;
    return Optional.of(
            ConfFile.parse(run.folder().read(RunDirectory.CONF), file, List.of(), Map.of()))
        .filter(there -> !there.learned().isEmpty());
  }

  private static List<LearnedStage> of(List<RunDirectory> runs, Metric metric) {
    return runs.stream().flatMap(one -> of(one, metric).stream()).toList();
  }

  /** Returns what the searching stages of {@code run} have found, in the order of its table. */
  private static List<LearnedStage> of(RunDirectory run, Metric metric) {
    run.folder().reach();
    if (!run.folder().has(RunDirectory.CONF)) {
      throw new UserError(
          Texts.format(
              "--learn-from needs run directories, but %s holds no %s",
              run.display(), RunDirectory.CONF));
    }
    Map<String, List<Map<String, String>>> stages = new LinkedHashMap<>();
    for (Map<String, String> row : new Tables(run).read(TrialTable.NAME)) {
      String stage = row.get(TrialTable.STAGE.header());
      if (!stage.equals(StageConf.FINAL) && !stage.equals(StageConf.CONFIRM) && tells(row)) {
        stages.computeIfAbsent(stage, name -> new ArrayList<>()).add(row);
      }
    }
    if (stages.values().stream().flatMap(List::stream).noneMatch(LearnedRuns::isCompleted)) {
      throw new UserError(
          Texts.format(
              "--learn-from needs runs with completed trials, but %s/%s.csv has none",
              run.display(), TrialTable.NAME));
    }
    return stages.entrySet().stream()
        .map(stage -> learned(run, stage.getKey(), stage.getValue(), metric))
        .toList();
  }

  /** Returns whether another training would say the same; a pruned trial says too little. */
  private static boolean tells(Map<String, String> row) {
    return isCompleted(row) || Status.DIVERGED.name().equals(row.get(TrialTable.FAILURE.header()));
  }

  private static boolean isCompleted(Map<String, String> row) {
    return Status.COMPLETED.name().equals(row.get(TrialTable.STATUS.header()));
  }

  private static LearnedStage learned(
      RunDirectory run, String stage, List<Map<String, String>> rows, Metric metric) {
    Map<String, String> first = rows.get(0);
    Map<String, String> shared = new TreeMap<>();
    COLUMNS.stream()
        .filter(first::containsKey) // a run of an earlier version has fewer
        .filter(column -> rows.stream().allMatch(row -> row.get(column).equals(first.get(column))))
        .forEach(column -> shared.put(column, first.get(column)));
    Map<Map<String, String>, List<Map<String, String>>> repeats = new LinkedHashMap<>();
    for (Map<String, String> row : rows) {
      Map<String, String> own = new TreeMap<>();
      COLUMNS.stream()
          .filter(column -> row.containsKey(column) && !shared.containsKey(column))
          .forEach(column -> own.put(column, row.get(column)));
      repeats.computeIfAbsent(own, columns -> new ArrayList<>()).add(row);
    }
    List<LearnedConfiguration> configurations = new ArrayList<>();
    repeats.forEach((columns, of) -> configurations.add(configuration(run, columns, of, metric)));
    int examples = Integer.parseInt(first.get(TrialTable.VALIDATION_IMAGES.header()));
    return new LearnedStage(run.name(), stage, examples, shared, most(configurations));
  }

  /** Returns all of them, or the best half of {@link #MOST} and as many others, evenly. */
  private static List<LearnedConfiguration> most(List<LearnedConfiguration> all) {
    if (all.size() <= MOST) {
      return all;
    }
    List<LearnedConfiguration> ranked =
        all.stream().sorted(Comparator.comparingDouble(LearnedRuns::rank)).toList();
    List<LearnedConfiguration> kept = new ArrayList<>(ranked.subList(0, MOST / 2));
    int others = MOST - kept.size();
    for (int i = 0; i < others; i++) {
      kept.add(ranked.get(MOST / 2 + (int) ((long) i * (ranked.size() - MOST / 2) / others)));
    }
    return kept;
  }

  private static double rank(LearnedConfiguration one) {
    return one.worth() == null ? Double.POSITIVE_INFINITY : -one.worth();
  }

  private static LearnedConfiguration configuration(
      RunDirectory run,
      Map<String, String> columns,
      List<Map<String, String>> repeats,
      Metric metric) {
    List<Map<String, String>> completed =
        repeats.stream().filter(LearnedRuns::isCompleted).toList();
    if (completed.isEmpty()) {
      return new LearnedConfiguration(columns, repeats.size(), null);
    }
    double sum = 0;
    for (Map<String, String> row : completed) {
      sum +=
          metric.natural(
              number(run, row, metric)); // of a loss the negative, as it is its own inverse
    }
    return new LearnedConfiguration(columns, completed.size(), sum / completed.size());
  }

  private static double number(RunDirectory run, Map<String, String> row, Metric metric) {
    String column = TrialTable.validation(metric).header();
    String text = row.get(column);
    if (text == null || text.isEmpty()) {
      throw new UserError(
          Texts.format(
              "this search goes by evaluation.metric = %s, but %s/%s.csv has no column %s to learn from",
              metric.text(), run.display(), TrialTable.NAME, column));
    }
    return Double.parseDouble(text);
  }
}
