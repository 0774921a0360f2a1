package dev.sieve.export.page;

import dev.sieve.export.run.Accuracy;
import dev.sieve.export.run.Configuration;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.Uncertainty;
import java.util.Optional;

/** What one of several runs came to: a row of the table that compares them. All values as text. */
record Winner(
    String run,
    String trial,
    String validation,
    String validationInterval,
    String test,
    String testInterval,
    int trials) {
  /** Returns that of {@code run}, with intervals of one {@code kind}. */
  static Winner of(Run run, Uncertainty kind) {
    if (run.winner().isEmpty()) {
      return new Winner(
          run.name(), Text.NONE, Text.NONE, Text.NONE, Text.NONE, Text.NONE, run.trials().size());
    }
    Configuration winner = run.winner().orElseThrow();
    Optional<Accuracy> validation = Accuracy.onValidation(winner, kind);
    Optional<Accuracy> test = Accuracy.onTest(run, winner, kind);
    return new Winner(
        run.name(),
        winner.first().label(),
        value(validation),
        interval(validation),
        value(test),
        interval(test),
        run.trials().size());
  }

  private static String value(Optional<Accuracy> accuracy) {
    return accuracy.map(reached -> Text.percent(reached.value())).orElse(Text.NONE);
  }

  private static String interval(Optional<Accuracy> accuracy) {
    return accuracy.flatMap(Accuracy::interval).map(Text::range).orElse(Text.NONE);
  }
}
