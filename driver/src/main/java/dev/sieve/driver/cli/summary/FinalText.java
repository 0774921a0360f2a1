package dev.sieve.driver.cli.summary;

import dev.sieve.Texts;
import dev.sieve.driver.cli.show.VariedHyperparameters;
import dev.sieve.driver.search.Results;
import dev.sieve.space.Axes;
import dev.sieve.space.Axis;
import dev.sieve.space.Candidate;
import dev.sieve.space.ScheduleAxes;
import dev.sieve.statistics.Interval;
import dev.sieve.trial.Measured;
import dev.sieve.trial.Metric;
import dev.sieve.trial.Metrics;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a search says of its final model. */
final class FinalText {
  /** What is said of every one. */
  private static final Set<Axis<?>> NAMED =
      Set.of(Axes.L2, ScheduleAxes.ETA, ScheduleAxes.ETA_MAX, Axes.HIDDEN, Axes.EPOCHS);

  private FinalText() {}

  /** Returns nothing where the stage final has no result. */
  static String of(Results results) {
    return last(results.last(), results.competing(), results.testImages())
        + maximized(results.last(), results.metric());
  }

  private static String last(List<TrialResult> repeats, List<TrialResult> all, int testImages) {
    if (repeats.isEmpty()) {
      return "";
    }
    List<TrialResult> measured =
        repeats.stream().filter(result -> result.status() == Status.COMPLETED).toList();
    if (measured.isEmpty()) {
      return Texts.format("%nFinal model: %s%n", repeats.get(0).failure());
    }
    Trial trial = repeats.get(0).trial();
    Candidate chosen = trial.candidate();
    Axis<Double> largest = trial.hyperparameters().get(Axes.SCHEDULE).largest();
    return Texts.format(
        "%nFinal model%s: l2 %s, %s %s, hidden %s, %d epochs%s%n"
            + "  accuracy: train %s, validation %s, %s%n%s",
        repeats.size() == 1
            ? ""
            : Texts.format(", mean of %d trainings ± standard deviation", measured.size()),
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
        : Texts.format(
            "  %s: validation %s%s%n",
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
    return Texts.format(
        "  %s: train %s, validation %s%s%n",
        metric.title(),
        accuracy(BestText.mean(measured, TrialResult::train, metric)),
        accuracy(BestText.mean(measured, TrialResult::validation, metric)),
        tested ? ", test " + accuracy(BestText.mean(measured, TrialResult::test, metric)) : "");
  }

  /** Returns what was searched besides, as {@code trial} has it; not what it does without. */
  private static String others(Trial trial, List<TrialResult> all) {
    VariedHyperparameters varied =
        VariedHyperparameters.of(all.stream().map(TrialResult::trial).toList()).without(NAMED);
    List<String> values = varied.values(trial);
    return IntStream.range(0, values.size())
        .filter(i -> !values.get(i).equals(Axis.NONE))
        .mapToObj(i -> ", " + varied.names().get(i) + " " + values.get(i))
        .collect(Collectors.joining());
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
    return Texts.format(
        "  95 %% interval of the test accuracy: %s to %s, over %s%n",
        accuracy(interval.low()),
        accuracy(interval.high()),
        shares.length == 1
            ? "test examples alone, trained once"
            : "random seeds and test examples");
  }

  static String accuracy(double share) {
    return Texts.format("%.4f", share);
  }
}
