package dev.sieve.export.page;

import dev.sieve.export.run.Accuracy;
import dev.sieve.export.run.Configuration;
import dev.sieve.export.run.Ensemble;
import dev.sieve.export.run.Ensemble.Accuracies;
import dev.sieve.export.run.Ensemble.Members;
import dev.sieve.export.run.Run;
import dev.sieve.export.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** How sure an answer is: what chose it, what comes close to it, what its interval speaks of. */
final class Confidence {
  private Confidence() {}

  /**
   * Returns sentences that say so.
   *
   * @param reached what is told of {@code winner}
   * @param tested whether that was measured on the test images
   */
  static List<String> of(Run run, Configuration winner, Accuracy reached, boolean tested) {
    List<String> sentences = new ArrayList<>();
    if (tested) {
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
    run.ensemble(winner)
        .ifPresent(ensemble -> sentences.add(together(ensemble, winner.repeats().size())));
    sentences.add(ofInterval(winner, reached));
    return sentences;
  }

  private static String ofInterval(Configuration winner, Accuracy reached) {
    if (reached.interval().isEmpty()) {
      return "There is no interval: it was trained once, and how many images measured it is not known.";
    }
    return winner.repeats().size() == 1
        ? "The interval (Wilson) says what other images would change. What other random seeds would"
            + " change is not known: it was trained once."
        : "The interval (Student) says what other random seeds would change, not what other images"
            + " would.";
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
    String within = Text.range(interval.get());
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

  /** What several networks reach when they are measured together. */
  private static String together(Ensemble ensemble, int trainings) {
    boolean cycles = ensemble.members() == Members.CYCLES;
    String over = trainings == 1 ? "" : ", all in the mean over %d trainings".formatted(trainings);
    return "Measured together, %s reach %s; %s %s%s."
        .formatted(
            (cycles ? "the networks at the ends of its %d cycles" : "its %d trainings")
                .formatted(ensemble.networks()),
            onBoth(ensemble, Accuracies::together),
            cycles ? "the trained network alone reaches" : "one by one, they average",
            onBoth(ensemble, Accuracies::single),
            cycles ? over : "");
  }

  private static String onBoth(Ensemble ensemble, ToDoubleFunction<Accuracies> accuracy) {
    String validation =
        Text.percent(accuracy.applyAsDouble(ensemble.validation())) + " on validation";
    return ensemble.test().measured()
        ? "%s and %s on test images"
            .formatted(validation, Text.percent(accuracy.applyAsDouble(ensemble.test())))
        : validation + " images";
  }
}
