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
import dev.sieve.trial.Metric;
import dev.sieve.trial.Metrics;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
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
    StringBuilder text =
        new StringBuilder(
            BestText.of(results.ranking().stream().limit(BEST).toList(), results.metric()));
    text.append(
        importance(
            ImportanceText.sentences(results.rows().importance(), results.metric().title())));
    results.pruning().forEach(pruning -> text.append(PruningText.of(pruning)));
    results.confirmation().map(ConfirmationText::of).ifPresent(text::append);
    text.append(last(results.last(), results.competing(), results.testImages()));
    text.append(maximized(results.last(), results.metric()));
    text.append(together(results));
    results.reused().map(Summary::reused).ifPresent(text::append);
    return text.append(
            "%nTables: %s/trials.csv, curves.csv, executions.csv, and the same as .parquet%n"
                .formatted(run))
        .toString();
  }

  private static String reused(Results.Reused reused) {
    return "%nReused: %d of %d trials, %d of %d trial-epochs, from %s%n"
        .formatted(
            reused.trials(),
            reused.ofTrials(),
            reused.trialEpochs(),
            reused.ofTrialEpochs(),
            String.join(", ", reused.runs()));
  }

  private static String importance(List<String> sentences) {
    return sentences.stream().map(one -> "%n%s%n".formatted(one)).collect(Collectors.joining());
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
        (measured.get(0).test() == null ? "" : interval(measured, testImages))
            + besides("with mirror images", measured, TrialResult::mirror)
            + besides("with averaged weights", measured, TrialResult::averaged));
  }

  /** Returns what they come to as {@code how} says, where that was asked. */
  private static String besides(
      String how, List<TrialResult> measured, Function<TrialResult, Measured> besides) {
    Measured first = besides.apply(measured.get(0));
    return first == null
        ? ""
        : "  %s: validation %s%s%n"
            .formatted(
                how,
                accuracy(measured, result -> besides.apply(result).validation()),
                first.test() == null
                    ? ""
                    : ", test " + accuracy(measured, result -> besides.apply(result).test()));
  }

  /** Returns what the final model reaches of {@code metric}, where that is not its accuracy. */
  private static String maximized(List<TrialResult> repeats, Metric metric) {
    List<TrialResult> measured =
        repeats.stream().filter(result -> result.status() == Status.COMPLETED).toList();
    if (metric == Metric.ACCURACY || measured.isEmpty()) {
      return "";
    }
    boolean tested = measured.get(0).test() != null;
    return "  %s: train %s, validation %s%s%n"
        .formatted(
            metric.title(),
            accuracy(BestText.mean(measured, TrialResult::train, metric)),
            accuracy(BestText.mean(measured, TrialResult::validation, metric)),
            tested ? ", test " + accuracy(BestText.mean(measured, TrialResult::test, metric)) : "");
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
        results.rows().ensembles().stream()
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
