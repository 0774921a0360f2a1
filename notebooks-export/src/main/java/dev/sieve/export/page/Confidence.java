package dev.sieve.export.page;

import dev.sieve.Texts;
import dev.sieve.export.run.Accuracy;
import dev.sieve.export.run.Configuration;
import dev.sieve.export.run.EnsembleResult;
import dev.sieve.export.run.EnsembleResult.Accuracies;
import dev.sieve.export.run.EnsembleResult.Members;
import dev.sieve.export.run.Run;
import dev.sieve.format.Numbers;
import dev.sieve.result.TrialTable;
import dev.sieve.statistics.Comparison;
import dev.sieve.trial.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How certain a result is: how it was chosen, what comes close to it, what its interval covers. */
final class Confidence {
  private Confidence() {}

  /**
   * Returns sentences that say so.
   *
   * @param reached the accuracy of {@code winner} that is shown
   * @param tested whether that was measured on the test images
   */
  static List<String> of(Run run, Configuration winner, Accuracy reached, boolean tested) {
    List<String> sentences = new ArrayList<>();
    if (tested) {
      sentences.add(
          Texts.format(
              "The test examples played no part in choosing this configuration. On %s it reached %s.",
              Text.count(
                  (long) winner.first().row().number(TrialTable.VALIDATION_IMAGES),
                  "validation example"),
              Text.percent(winner.mean(TrialTable.VALIDATION_ACCURACY))));
    } else {
      sentences.add(
          "The configuration was chosen on these very examples, so that this accuracy is optimistic."
              + " No test accuracy was measured.");
    }
    sentences.addAll(maximized(run, winner));
    run.best().ifPresent(best -> sentences.addAll(chosen(run, best)));
    Beside.of(List.of(winner)).forEach(beside -> sentences.add(beside.sentence(winner)));
    run.ensemble(winner)
        .ifPresent(ensemble -> sentences.add(together(ensemble, winner.repeats().size())));
    sentences.add(ofInterval(winner, reached, tested ? "test" : "validation"));
    return sentences;
  }

  private static String ofInterval(Configuration winner, Accuracy reached, String images) {
    if (reached.interval().isEmpty()) {
      return "There is no interval: this configuration was trained once, and the number of test examples is"
          + " not known.";
    }
    return winner.repeats().size() == 1
        ? "The 95 % interval (Wilson) covers the chance choice of "
            + images
            + " examples only. It does not"
            + " cover random seeds: this configuration was trained once."
        : "The 95 % interval covers random seeds and the chance choice of " + images + " examples.";
  }

  /** What the search maximized, and how much of it came out, where that is not accuracy. */
  private static List<String> maximized(Run run, Configuration winner) {
    Metric metric = run.metric();
    double test = winner.mean(TrialTable.test(metric));
    return metric == Metric.ACCURACY
        ? List.of()
        : List.of(
            Texts.format(
                "The search %s validation %s, which is %s for it%s.",
                metric == Metric.LOSS ? "minimized" : "maximized",
                metric.title(),
                Numbers.shown(winner.mean(run.measure())),
                Double.isNaN(test) ? "" : "; on test examples " + Numbers.shown(test)));
  }

  /** How the configuration was chosen by its accuracy, and how many others come close. */
  private static List<String> chosen(Run run, Configuration best) {
    List<Configuration> rivals =
        run.candidates().stream().filter(other -> !other.equals(best)).toList();
    double images = best.first().row().number(TrialTable.VALIDATION_IMAGES);
    if (Double.isNaN(images) || rivals.isEmpty() || run.metric() != Metric.ACCURACY) {
      return List.of();
    }
    double accuracy = best.mean(TrialTable.VALIDATION_ACCURACY);
    int close = close(best, rivals, (long) images);
    return List.of(
        Texts.format(
            "Its configuration was the best of %s%s with a result%s: %s on validation examples, which"
                + " flatters it, since the best of many is also the luckiest. %s",
            Text.count(rivals.size() + 1, "configuration"),
            ofStage(rivals, best),
            best.first().row().has(TrialTable.SCORE)
                ? Texts.format(
                    " by its score, %s, which similar configurations share in",
                    Text.percent(best.first().row().number(TrialTable.SCORE)))
                : "",
            Text.percent(accuracy),
            close == 0
                ? "It can be told apart from all others."
                : Texts.format(
                    "%s too close to tell apart from it: their differences may be chance.",
                    close == 1 ? "One other is" : Texts.format("%,d others are", close))));
  }

  /** How many cannot be told apart from the best, by their differences to it. */
  private static int close(Configuration best, List<Configuration> rivals, long images) {
    List<List<Double>> repeats = new ArrayList<>();
    repeats.add(best.accuracies());
    rivals.forEach(other -> repeats.add(other.accuracies()));
    return new Comparison(repeats, 0, images).close();
  }

  /** Returns which stage all candidates are of; nothing where they are of several. */
  private static String ofStage(List<Configuration> rivals, Configuration best) {
    return rivals.stream().allMatch(other -> other.stage().equals(best.stage()))
        ? " in stage " + best.stage()
        : "";
  }

  /** What several networks reach when they are measured together. */
  private static String together(EnsembleResult ensemble, int trainings) {
    boolean cycles = ensemble.members() == Members.CYCLES;
    String over = trainings == 1 ? "" : Texts.format(", all averaged over %d repeats", trainings);
    return Texts.format(
        "As an ensemble, %s reach %s%s; %s %s%s.",
        Texts.format(
            cycles ? "the networks at the ends of its %d cycles" : "its %d repeats",
            ensemble.networks()),
        onBoth(ensemble, Accuracies::together),
        Double.isNaN(ensemble.validation().mirror())
            ? ""
            : Texts.format(", and %s with mirror images", onBoth(ensemble, Accuracies::mirror)),
        cycles ? "the trained network alone reaches" : "single networks reach on average",
        onBoth(ensemble, Accuracies::single),
        cycles ? over : "");
  }

  private static String onBoth(EnsembleResult ensemble, ToDoubleFunction<Accuracies> accuracy) {
    return Text.onBoth(
        accuracy.applyAsDouble(ensemble.validation()), accuracy.applyAsDouble(ensemble.test()));
  }
}
