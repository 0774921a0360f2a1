package dev.sieve.export.page;

import dev.sieve.export.figure.Hyperparameter;
import dev.sieve.export.run.Accuracy;
import dev.sieve.export.run.Configuration;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import dev.sieve.export.statistics.Interval;
import java.util.List;
import java.util.Optional;

/**
 * What a search came to, and how sure that is.
 *
 * @param heading name of the run where the page shows several; else null
 * @param figure the accuracy; null where no trial ended well
 * @param measure what it was measured on
 * @param interval its 95 % interval; null where the number of images is not known
 * @param configuration the hyperparameters that reached it
 * @param sentences how sure it is
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
        configuration(winner.first()),
        Confidence.of(run, winner, reached, test.isPresent()));
  }

  private static String measure(Configuration winner, String set) {
    int trainings = winner.repeats().size();
    return trainings == 1
        ? "%s accuracy of trial %s".formatted(set, winner.first().label())
        : "mean %s accuracy of %d trainings of the best configuration, in stage %s"
            .formatted(set, trainings, winner.stage());
  }

  private static String interval(Interval interval, String basis) {
    return "95 %% interval %s, from %s".formatted(Text.range(interval), basis);
  }

  private static String nothing(Run run) {
    return run.trials().isEmpty()
        ? "No trial has ended yet, so there is no answer."
        : "None of %s ended well, so there is no answer. The causes stand below."
            .formatted(Text.count(run.trials().size(), "trial"));
  }

  private static List<Fact> configuration(RunTrial winner) {
    return Hyperparameter.told(winner).stream()
        .map(axis -> new Fact(axis.title(), axis.value(winner)))
        .toList();
  }
}
