package dev.sieve.driver.cli.show;

import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.search.Results;
import dev.sieve.result.EnsembleRow;
import dev.sieve.result.ImportanceText;
import dev.sieve.space.Axes;
import dev.sieve.space.Axis;
import dev.sieve.space.Candidate;
import dev.sieve.space.ScheduleAxes;
import dev.sieve.statistics.Interval;
import dev.sieve.trial.Ensemble;
import dev.sieve.trial.Measured;
import dev.sieve.trial.Metrics;
import dev.sieve.trial.Ranking.Place;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a search says at its end: the five best configurations, and the final model. */
public final class Summary {
  private static final int BEST = 5;

  /** What is said of every final model. */
  private static final Set<Axis<?>> NAMED =
      Set.of(Axes.L2, ScheduleAxes.ETA, ScheduleAxes.ETA_MAX, Axes.HIDDEN, Axes.EPOCHS);

  private Summary() {}

  public static String of(Results results, String run) {
    StringBuilder text = new StringBuilder(best(results.ranking().stream().limit(BEST).toList()));
    text.append(importance(ImportanceText.sentences(results.importance())));
    results.pruning().forEach(pruning -> text.append(PruningText.of(pruning)));
    results.confirmation().map(ConfirmationText::of).ifPresent(text::append);
    text.append(last(results.last(), results.competing(), results.testImages()));
    text.append(together(results));
    return text.append(
            "%nTables: %s/trials.csv, curves.csv, executions.csv, and the same as .parquet%n"
                .formatted(run))
        .toString();
  }

  private static String importance(List<String> sentences) {
    return sentences.stream().map("%n%s%n"::formatted).collect(Collectors.joining());
  }

  private static String best(List<Place<TrialResult>> best) {
    VariedHyperparameters varied =
        VariedHyperparameters.of(best.stream().map(place -> place.first().trial()).toList());
    boolean scored = best.stream().anyMatch(Summary::isScored);
    boolean repeated = best.stream().anyMatch(place -> place.repeats().size() > 1);
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("stage", "trial", "validation", "train"));
    if (scored) {
      header.add(2, "score");
    }
    if (repeated) {
      header.add("repeats");
    }
    header.addAll(varied.names());
    rows.add(header);
    for (Place<TrialResult> place : best) {
      Trial trial = place.first().trial();
      List<String> row = new ArrayList<>(List.of(trial.stage(), String.valueOf(trial.index())));
      if (scored) {
        row.add(isScored(place) ? accuracy(place.standing().mean()) : "-");
      }
      row.add(accuracy(mean(place.repeats(), TrialResult::validation)));
      row.add(accuracy(mean(place.repeats(), TrialResult::train)));
      if (repeated) {
        row.add(repeats(place.repeats()));
      }
      row.addAll(varied.values(trial));
      rows.add(row);
    }
    String by = scored ? " score" : repeated ? " mean validation accuracy" : " validation accuracy";
    return "%nBest configurations, by%s:%n".formatted(by) + TextTable.aligned(rows).indent(2);
  }

  /** Returns whether it is ranked by something else than the mean of its repeats. */
  private static boolean isScored(Place<TrialResult> place) {
    return place.standing().mean() != mean(place.repeats(), TrialResult::validation);
  }

  /** Returns the mean accuracy over the repeats that completed, one at least. */
  private static double mean(List<TrialResult> repeats, Function<TrialResult, Metrics> of) {
    return repeats.stream()
        .filter(result -> result.status() == Status.COMPLETED)
        .map(of)
        .mapToDouble(Metrics::accuracy)
        .average()
        .orElseThrow();
  }

  /** Returns how many there are: {@code 3}, or {@code 2 of 3} where one did not complete. */
  private static String repeats(List<TrialResult> repeats) {
    long completed = repeats.stream().filter(result -> result.status() == Status.COMPLETED).count();
    return completed == repeats.size() ? "" + completed : completed + " of " + repeats.size();
  }

  private static String last(List<TrialResult> repeats, List<TrialResult> all, int testImages) {
    if (repeats.isEmpty()) {
      return "";
    }
    List<TrialResult> measured =
        repeats.stream().filter(result -> result.status() == Status.COMPLETED).toList();
    if (measured.isEmpty()) {
      return "%nFinal model: %s%n".formatted(repeats.get(0).failure());
    }
    Trial trial = repeats.get(0).trial();
    Candidate chosen = trial.candidate();
    Axis<Double> largest = trial.hyperparameters().get(Axes.SCHEDULE).largest();
    return String.format(
        Locale.ROOT,
        "%nFinal model%s: l2 %s, %s %s, hidden %s, %d epochs%s%n"
            + "  accuracy: train %s, validation %s, %s%n%s",
        repeats.size() == 1
            ? ""
            : ", mean of %d trainings ± standard deviation".formatted(measured.size()),
        Axes.L2.shownIn(chosen),
        largest.name(),
        largest.shownIn(chosen),
        Axes.HIDDEN.shownIn(chosen),
        trial.epochs(),
        others(trial, all),
        accuracy(measured, TrialResult::train),
        accuracy(measured, TrialResult::validation),
        measured.get(0).test() == null
            ? "not tested: there are no test examples"
            : "test " + accuracy(measured, TrialResult::test),
        (measured.get(0).test() == null ? "" : interval(measured, testImages)) + mirror(measured));
  }

  /** Returns what they come to in the mean over images and mirror images, where that was asked. */
  private static String mirror(List<TrialResult> measured) {
    Measured first = measured.get(0).mirror();
    return first == null
        ? ""
        : "  with mirror images: validation %s%s%n"
            .formatted(
                accuracy(measured, result -> result.mirror().validation()),
                first.test() == null
                    ? ""
                    : ", test " + accuracy(measured, result -> result.mirror().test()));
  }

  /** Returns what was searched besides, as {@code trial} has it. */
  private static String others(Trial trial, List<TrialResult> all) {
    VariedHyperparameters varied =
        VariedHyperparameters.of(all.stream().map(TrialResult::trial).toList()).without(NAMED);
    List<String> values = varied.values(trial);
    return IntStream.range(0, values.size())
        .mapToObj(i -> ", " + varied.names().get(i) + " " + values.get(i))
        .collect(Collectors.joining());
  }

  /** Returns what several networks together make of the images, of the final model alone. */
  private static String together(Results results) {
    Optional<Ensemble> repeats =
        results.ensembles().stream()
            .filter(row -> row.first().stage().equals(StageConf.FINAL))
            .map(EnsembleRow::ensemble)
            .findFirst();
    Optional<Ensemble> cycles =
        results.last().stream().flatMap(result -> Stream.ofNullable(result.ensemble())).findFirst();
    return repeats.map(ensemble -> together(ensemble, "repeats")).orElse("")
        + cycles.map(ensemble -> together(ensemble, "cycles, repeat 0")).orElse("");
  }

  private static String together(Ensemble ensemble, String of) {
    String line = "  ensemble of %d %s%s: validation %s%s%n";
    String plain =
        line.formatted(
            ensemble.size(), of, "", shown(ensemble.validation()), tested(ensemble.test()));
    Measured mirror = ensemble.mirror();
    return mirror == null
        ? plain
        : plain
            + line.formatted(
                ensemble.size(),
                of,
                ", with mirror images",
                shown(mirror.validation()),
                tested(mirror.test()));
  }

  private static String shown(Metrics metrics) {
    return accuracy(metrics.accuracy());
  }

  private static String tested(Metrics test) {
    return test == null ? "" : ", test " + shown(test);
  }

  private static String accuracy(List<TrialResult> repeats, Function<TrialResult, Metrics> of) {
    double[] shares = repeats.stream().mapToDouble(r -> of.apply(r).accuracy()).toArray();
    double mean = Arrays.stream(shares).average().orElseThrow();
    double squares = Arrays.stream(shares).map(share -> (share - mean) * (share - mean)).sum();
    return shares.length == 1
        ? accuracy(mean)
        : accuracy(mean) + " ± " + accuracy(Math.sqrt(squares / (shares.length - 1)));
  }

  private static String interval(List<TrialResult> repeats, int images) {
    double[] shares = repeats.stream().mapToDouble(r -> r.test().accuracy()).toArray();
    Interval interval =
        shares.length == 1
            ? Interval.ofAccuracy(shares[0], images)
            : Interval.ofTrainings(shares, images);
    return "  95 %% interval of the test accuracy: %s to %s, over %s%n"
        .formatted(
            accuracy(interval.low()),
            accuracy(interval.high()),
            shares.length == 1 ? "images alone, trained once" : "random seeds and images");
  }

  static String accuracy(double share) {
    return String.format(Locale.ROOT, "%.4f", share);
  }
}
