package dev.sieve.export.page;

import dev.sieve.export.run.Predictions;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import dev.sieve.export.statistics.Interval;
import java.util.List;

/** What one of several runs came to: a row of the table that compares them. All values as text. */
record Winner(
    String run,
    String trial,
    String validation,
    String validationInterval,
    String test,
    String testInterval,
    int trials) {
  private static final String NONE = "–";

  static Winner of(Run run) {
    if (run.winner().isEmpty()) {
      return new Winner(run.name(), NONE, NONE, NONE, NONE, NONE, run.trials().size());
    }
    RunTrial winner = run.winner().orElseThrow();
    double test = winner.row().number("test_accuracy");
    long tested = run.predictions().map(Predictions::images).map(List::size).orElse(0);
    return new Winner(
        run.name(),
        winner.label(),
        Text.percent(winner.validationAccuracy()),
        interval(winner.validationAccuracy(), (long) winner.row().number("validation_images")),
        Text.percent(test),
        interval(test, tested),
        run.trials().size());
  }

  private static String interval(double accuracy, long images) {
    if (Double.isNaN(accuracy) || images < 1) {
      return NONE;
    }
    Interval interval = Interval.ofAccuracy(accuracy, images);
    return "%s to %s".formatted(Text.percent(interval.low()), Text.percent(interval.high()));
  }
}
