package dev.sieve.driver.cli.summary;

import dev.sieve.Texts;
import dev.sieve.driver.saving.Raced;
import dev.sieve.statistics.Race;

/** What a race of repeats has saved in a stage, in words. */
final class RaceText {
  private RaceText() {}

  static String of(Raced raced) {
    int failed = raced.left(Raced.FAILED);
    return Texts.format(
            "%nRace of %s: %d configurations, up to %d repeats; %d of %d trainings, %.0f %% saved%n",
            raced.stage(),
            raced.configurations(),
            raced.repeats(),
            raced.trainings(),
            raced.whole(),
            100 - 100.0 * raced.trainings() / raced.whole())
        + Texts.format(
            "  %d left it significantly worse than the best, p < %s over %d comparisons%s%n",
            raced.left(Raced.WORSE),
            Race.ERROR,
            raced.comparisons(),
            failed == 0 ? "" : Texts.format("; %d whose training failed", failed));
  }
}
