package dev.sieve.export.page;

import dev.sieve.export.figure.Hyperparameter;
import dev.sieve.export.run.Accuracy;
import dev.sieve.export.run.Configuration;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import dev.sieve.export.statistics.Interval;
import java.util.ArrayList;
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
        sentences(run, winner, test));
  }

  private static String measure(Configuration winner, String set) {
    int trainings = winner.repeats().size();
    return trainings == 1
        ? "%s accuracy of trial %s".formatted(set, winner.first().label())
        : "mean %s accuracy of %d trainings of the best configuration, in stage %s"
            .formatted(set, trainings, winner.stage());
  }

  private static String interval(Interval interval, String basis) {
    return "95 %% interval %s to %s, from %s"
        .formatted(Text.percent(interval.low()), Text.percent(interval.high()), basis);
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

  private static List<String> sentences(Run run, Configuration winner, Optional<Accuracy> test) {
    List<String> sentences = new ArrayList<>();
    if (test.isPresent()) {
      sentences.add(
          "The test images chose nothing. On %s it reached %s."
              .formatted(
                  Text.count(
                      (long) winner.first().row().number("validation_images"), "validation image"),
                  Text.percent(winner.mean("validation_accuracy"))));
    } else {
      sentences.add(
          "This accuracy is the very one that the configuration was chosen by, so it is an"
              + " optimistic one; no test accuracy was measured.");
    }
    run.best().ifPresent(best -> sentences.addAll(chosen(run, best)));
    sentences.add(
        winner.repeats().size() == 1
            ? "The interval (Wilson) says what other images would change. What other random seeds"
                + " would change is not known: it was trained once."
            : "The interval (Student) says what other random seeds would change, not what other"
                + " images would.");
    return sentences;
  }

  /** How the configuration was chosen, and how many others come close. */
  private static List<String> chosen(Run run, Configuration best) {
    List<Configuration> rivals =
        run.candidates().stream().filter(other -> !other.equals(best)).toList();
    Optional<Interval> interval = Accuracy.onValidation(best).flatMap(Accuracy::interval);
    if (interval.isEmpty() || rivals.isEmpty()) {
      return List.of();
    }
    long close =
        rivals.stream()
            .filter(other -> interval.get().contains(other.mean("validation_accuracy")))
            .count();
    String within =
        "%s to %s"
            .formatted(Text.percent(interval.get().low()), Text.percent(interval.get().high()));
    return List.of(
        "Its configuration was the best of %s%s that ended well, with %s on validation. %s"
            .formatted(
                Text.count(rivals.size() + 1, "configuration"),
                ofStage(rivals, best),
                Text.percent(best.mean("validation_accuracy")),
                close == 0
                    ? "No other lies within its interval, %s.".formatted(within)
                    : "%s within its interval, %s: the search does not tell them apart."
                        .formatted(close == 1 ? "One other lies" : close + " others lie", within)));
  }

  /** Returns which stage all candidates are of; nothing where they are of several. */
  private static String ofStage(List<Configuration> rivals, Configuration best) {
    return rivals.stream().allMatch(other -> other.stage().equals(best.stage()))
        ? " in stage " + best.stage()
        : "";
  }
}
