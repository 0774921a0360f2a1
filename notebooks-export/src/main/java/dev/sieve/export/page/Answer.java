package dev.sieve.export.page;

import dev.sieve.Texts;
import dev.sieve.export.figure.Hyperparameter;
import dev.sieve.export.run.Accuracy;
import dev.sieve.export.run.Configuration;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import dev.sieve.statistics.Interval;
import java.util.List;
import java.util.Optional;

/**
 * The result of a search, and how certain it is.
 *
 * @param heading name of the run where the page shows several; else null
 * @param figure the accuracy; null where no trial completed
 * @param measure what it was measured on
 * @param interval its 95 % interval; null where the number of images is not known
 * @param configuration the hyperparameters that reached it
 * @param sentences how certain it is
 */
record Answer(
    String heading,
    String figure,
    String measure,
    String interval,
    List<Fact> configuration,
    List<String> sentences) {

  boolean hasConfiguration() {
    return !configuration.isEmpty();
  }

  static Answer of(Run run, boolean several) {
    String heading = several ? run.name() : null;
    if (run.winner().isEmpty()) {
      return new Answer(heading, null, null, null, List.of(), List.of(nothing(run)));
    }
    Configuration winner = run.winner().orElseThrow();
    Optional<Accuracy> test = Accuracy.onTest(run, winner);
    Accuracy reached = test.or(() -> Accuracy.onValidation(winner)).orElseThrow();
    return new Answer(
        heading,
        Text.percent(reached.value()),
        measure(winner, test.isPresent() ? "test" : "validation"),
        reached.interval().map(interval -> interval(interval, reached.basis())).orElse(null),
        configuration(run, winner.first()),
        Confidence.of(run, winner, reached, test.isPresent()));
  }

  private static String measure(Configuration winner, String set) {
    int trainings = winner.repeats().size();
    return trainings == 1
        ? Texts.format("%s accuracy of trial %s", set, winner.first().label())
        : Texts.format(
            "mean %s accuracy of the %d repeats of the best configuration, in stage %s",
            set, trainings, winner.stage());
  }

  private static String interval(Interval interval, String basis) {
    return Texts.format("95 %% interval %s, from %s", Text.range(interval), basis);
  }

  private static String nothing(Run run) {
    return run.trials().isEmpty()
        ? "No trial has ended yet, so there is no result."
        : Texts.format(
            "None of %s completed, so there is no result. The causes stand below.",
            Text.count(run.trials().size(), "trial"));
  }

  private static List<Fact> configuration(Run run, RunTrial winner) {
    return Hyperparameter.of(run, winner).stream()
        .map(axis -> new Fact(axis.name(), axis.hint(), axis.value(winner)))
        .toList();
  }
}
