package dev.sieve.export.page;

import dev.sieve.export.figure.Hyperparameter;
import dev.sieve.export.run.Predictions;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import dev.sieve.export.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
    RunTrial winner = run.winner().orElseThrow();
    Accuracy accuracy = Accuracy.of(run, winner);
    return new Answer(
        heading,
        Text.percent(accuracy.value()),
        "%s accuracy of trial %s".formatted(accuracy.set(), winner.label()),
        accuracy.interval() == null
            ? null
            : "95 %% interval %s to %s, from %,d %s images"
                .formatted(
                    Text.percent(accuracy.interval().low()),
                    Text.percent(accuracy.interval().high()),
                    accuracy.images(),
                    accuracy.set().toLowerCase(Locale.ROOT)),
        configuration(winner),
        sentences(run, winner, accuracy));
  }

  private static String nothing(Run run) {
    return run.trials().isEmpty()
        ? "No trial has ended yet, so there is no answer."
        : "None of %s ended well, so there is no answer. The causes stand below."
            .formatted(Text.count(run.trials().size(), "trial"));
  }

  private static List<Fact> configuration(RunTrial winner) {
    return Hyperparameter.told(winner).stream()
        .map(axis -> new Fact(axis.title(), Text.short4(winner.row().text(axis.column()))))
        .toList();
  }

  private static List<String> sentences(Run run, RunTrial winner, Accuracy accuracy) {
    List<String> sentences = new ArrayList<>();
    if (accuracy.set().equals("Test")) {
      sentences.add(
          "The test images chose nothing. On %s it reached %s."
              .formatted(
                  Text.count((long) winner.row().number("validation_images"), "validation image"),
                  Text.percent(winner.validationAccuracy())));
    } else {
      sentences.add(
          "This accuracy is the very one that the trial was chosen by, so it is an optimistic one;"
              + " no test accuracy was measured.");
    }
    run.best().ifPresent(best -> sentences.addAll(chosen(run, best)));
    if (accuracy.interval() != null) {
      sentences.add(
          "The interval (Wilson) says what other images would change. It does not say what other"
              + " random seeds would change.");
    }
    return sentences;
  }

  /** How the configuration was chosen, and how many others come close. */
  private static List<String> chosen(Run run, RunTrial best) {
    List<String> sentences = new ArrayList<>();
    List<RunTrial> rivals =
        run.competing()
            .filter(RunTrial::completed)
            .filter(trial -> !trial.configuration().equals(best.configuration()))
            .toList();
    long images = (long) best.row().number("validation_images");
    if (images >= 1 && !rivals.isEmpty()) {
      Interval interval = Interval.ofAccuracy(best.validationAccuracy(), images);
      long close = rivals.stream().filter(t -> interval.contains(t.validationAccuracy())).count();
      sentences.add(
          "Its configuration was the best of %s that ended well: trial %s with %s on validation. %s"
              .formatted(
                  Text.count(rivals.size() + 1, "trial"),
                  best.label(),
                  Text.percent(best.validationAccuracy()),
                  close == 0
                      ? "No other lies within its interval, %s to %s."
                          .formatted(Text.percent(interval.low()), Text.percent(interval.high()))
                      : "%d of the others lie%s within its interval, %s to %s: %,d images do not tell %s apart."
                          .formatted(
                              close,
                              close == 1 ? "s" : "",
                              Text.percent(interval.low()),
                              Text.percent(interval.high()),
                              images,
                              close == 1 ? "the two" : "them")));
    }
    sentences.addAll(repeats(run, best));
    return sentences;
  }

  private static List<String> repeats(Run run, RunTrial best) {
    double[] repeats =
        run.competing()
            .filter(RunTrial::completed)
            .filter(trial -> trial.configuration().equals(best.configuration()))
            .filter(trial -> trial.row().text("epochs").equals(best.row().text("epochs")))
            .mapToDouble(RunTrial::validationAccuracy)
            .toArray();
    if (repeats.length < 2) {
      return List.of(
          "There it was trained once: how much other random seeds would change is not known.");
    }
    Interval interval = Interval.ofMean(repeats);
    return List.of(
        "It was trained %d times: mean %s on validation, 95 %% interval of the mean %s to %s."
            .formatted(
                repeats.length,
                Text.percent(java.util.Arrays.stream(repeats).average().orElseThrow()),
                Text.percent(interval.low()),
                Text.percent(interval.high())));
  }

  /**
   * The accuracy that counts: on the test images, where it was measured.
   *
   * @param set Test or Validation
   * @param images how many; 0 if that is not known
   */
  record Accuracy(String set, double value, long images) {

    static Accuracy of(Run run, RunTrial winner) {
      double test = winner.row().number("test_accuracy");
      if (Double.isNaN(test)) {
        double images = winner.row().number("validation_images");
        return new Accuracy(
            "Validation", winner.validationAccuracy(), Double.isNaN(images) ? 0 : (long) images);
      }
      return new Accuracy(
          "Test", test, run.predictions().map(Predictions::images).map(List::size).orElse(0));
    }

    /** Returns its 95 % interval; null where the number of images is not known. */
    Interval interval() {
      return images < 1 ? null : Interval.ofAccuracy(value, images);
    }
  }
}
