package dev.sieve.export.figure;

import dev.sieve.export.run.Measure;
import dev.sieve.export.run.PackRun;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import dev.sieve.export.run.TrialSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How the search went on: the best so far, how results are distributed, which core did what. */
final class HistoryFigures {
  /** More bars than these are one grey sheet. */
  private static final int BARS = 2_000;

  /** More steps of a distribution cannot be told apart. */
  private static final int STEPS = 1_000;

  private static final Scale SECONDS =
      Scale.linear("seconds", "Seconds since the first pack began");

  private HistoryFigures() {}

  static List<Figure> of(Run run) {
    List<RunTrial> trials = run.competing().toList();
    if (trials.size() < 2) {
      return List.of();
    }
    Measure measure = Measure.of(run);
    Data history = inOrder(trials, measure);
    List<Figure> figures = new ArrayList<>();
    figures.add(figure("history-trials", "by trial", "Trials", "trials", history, measure));
    figures.add(
        figure(
            "history-epochs", "by trial-epochs", "Trial-epochs", "trial_epochs", history, measure));
    List<PackRun> packs = PackRun.of(run.executions());
    Map<String, Double> ends = ends(packs);
    if (trials.stream().allMatch(trial -> ends.containsKey(trial.label()))) {
      boolean timed = packs.stream().allMatch(PackRun::timed);
      figures.add(inTime(trials, ends, timed ? "it ended" : "its pack ended", measure));
    }
    if (trials.stream().anyMatch(RunTrial::completed)) {
      figures.add(distribution(trials, measure));
    }
    if (packs.size() > 1 && packs.size() <= BARS) {
      figures.add(timeline(packs));
    }
    return figures;
  }

  private static Data inOrder(List<RunTrial> trials, Measure measure) {
    return bestSoFar(trials, measure, "trial_epochs", RunTrial::epochs, true);
  }

  /**
   * Returns one row a trial.
   *
   * @param column what it is seen against
   * @param along that of one trial
   * @param summed whether that of those before is added
   */
  private static Data bestSoFar(
      List<RunTrial> trials,
      Measure measure,
      String column,
      ToDoubleFunction<RunTrial> along,
      boolean summed) {
    Data.Builder data =
        Data.of("series", "trial", "trials", column, measure.column().header(), "best", "status");
    double best = Double.NaN;
    int count = 0;
    double place = 0;
    for (RunTrial trial : trials) {
      count++;
      place = along.applyAsDouble(trial) + (summed ? place : 0);
      if (trial.pruned()) {
        continue;
      }
      double reached = measure.of(trial);
      best = measure.better(best, reached);
      data.row(trial.stage(), trial.label(), count, place, reached, best, Failed.status(trial));
    }
    return data.build();
  }

  private static Figure figure(
      String id, String by, String title, String column, Data data, Measure measure) {
    return Figure.plane(
        id,
        "Best " + measure.name() + " so far, " + by,
        "Each point is a trial, in the order of the table; the line is the best validation "
            + measure.name()
            + " so far."
            + Failed.note(data),
        "points",
        data,
        Scale.linear(column, title),
        Scale.of(measure),
        Map.of("best", true));
  }

  /** Returns when each trial ended, by label, in seconds since the first pack began. */
  private static Map<String, Double> ends(List<PackRun> packs) {
    Map<String, Double> ends = new HashMap<>();
    packs.forEach(pack -> pack.trials().forEach(trial -> ends.put(trial.label(), trial.end())));
    return ends;
  }

  private static Figure inTime(
      List<RunTrial> trials, Map<String, Double> ends, String where, Measure measure) {
    List<RunTrial> ended =
        trials.stream().sorted(Comparator.comparing(trial -> ends.get(trial.label()))).toList();
    Data data = bestSoFar(ended, measure, "seconds", trial -> ends.get(trial.label()), false);
    return Figure.plane(
        "history-time",
        "Best " + measure.name() + " so far, by time",
        "Each point is a trial, where "
            + where
            + "; the line is the best validation "
            + measure.name()
            + " so far."
            + Failed.note(data),
        "points",
        data,
        SECONDS,
        Scale.of(measure),
        Map.of("best", true));
  }

  /** The empirical distribution function of results, stage by stage. */
  private static Figure distribution(List<RunTrial> trials, Measure measure) {
    Map<String, List<RunTrial>> stages =
        trials.stream()
            .collect(
                Collectors.groupingBy(RunTrial::stage, LinkedHashMap::new, Collectors.toList()));
    Data.Builder data = Data.of("series", measure.column().header(), "share");
    Map<String, Object> styles = new LinkedHashMap<>();
    stages.forEach(
        (stage, all) -> {
          styles.put(stage, Map.of("color", styles.size(), "step", "end", "symbol", "none"));
          double[] results =
              all.stream().filter(RunTrial::completed).mapToDouble(measure::of).sorted().toArray();
          int before = measure.before(all.size() - results.length);
          for (int i : steps(results)) {
            data.row(stage, results[i], (before + i + 1.0) / all.size());
          }
        });
    return Figure.plane(
        "distribution",
        "Share of trials up to each " + measure.name(),
        "How many of the trials of each stage have at most so much validation "
            + measure.name()
            + "; those without a result count as worse than all others. The further "
            + measure.betterSide()
            + ", the better the stage searched.",
        "lines",
        data.build(),
        Scale.of(measure),
        Scale.share("share", "Trials (%)"),
        Map.of("styles", styles, "zero", true));
  }

  /** Returns the last places of equals; of very many, a choice that holds the last. */
  private static int[] steps(double[] sorted) {
    int[] last =
        IntStream.range(0, sorted.length)
            .filter(i -> i + 1 == sorted.length || sorted[i + 1] > sorted[i])
            .toArray();
    int stride = 1 + last.length / STEPS;
    return IntStream.range(0, last.length)
        .filter(k -> (last.length - 1 - k) % stride == 0)
        .map(k -> last[k])
        .toArray();
  }

  private static Figure timeline(List<PackRun> packs) {
    boolean trials =
        packs.stream().allMatch(PackRun::timed)
            && packs.stream().mapToInt(pack -> pack.trials().size()).sum() <= BARS;
    long lanes = packs.stream().map(PackRun::lane).distinct().count();
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("x", SECONDS.setting());
    return new Figure(
        "timeline",
        "Which core trained what",
        (trials
                ? "Each bar is a trial, its colour the stage; those of a pack are trained at once, and"
                    + " lie side by side in the row of the core that trained it."
                : "Each bar is a pack of trials, its colour the stage, in a row of the executor that"
                    + " trained it: as many rows as packs that it trained at once.")
            + " Gaps are idle cores.",
        "timeline",
        trials ? ofTrials(packs) : ofPacks(packs),
        settings,
        Figure.WIDTH,
        (int) Math.min(1_600, 180 + 34 * lanes));
  }

  private static Data ofPacks(List<PackRun> packs) {
    Data.Builder data = Data.of("series", "lane", "pack", "start", "end", "trials");
    for (PackRun pack : packs) {
      data.row(
          pack.stage(), pack.lane(), pack.name(), pack.start(), pack.end(), pack.trials().size());
    }
    return data.build();
  }

  private static Data ofTrials(List<PackRun> packs) {
    Data.Builder data =
        Data.of("series", "lane", "pack", "start", "end", "trials", "trial", "place");
    for (PackRun pack : packs) {
      for (TrialSpan trial : pack.trials()) {
        data.row(
            pack.stage(),
            pack.lane(),
            pack.name(),
            trial.start(),
            trial.end(),
            pack.trials().size(),
            trial.label(),
            pack.trials().indexOf(trial));
      }
    }
    return data.build();
  }
}
