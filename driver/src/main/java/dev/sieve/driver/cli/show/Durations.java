package dev.sieve.driver.cli.show;

import dev.sieve.Texts;
import java.time.Duration;

/** Times as people read them. */
public final class Durations {
  private Durations() {}

  /** Returns {@code 8 s}, {@code 2 min 1 s} or {@code 1 h 5 min}. */
  public static String shown(double seconds) {
    Duration time = Duration.ofSeconds(Math.round(seconds));
    if (time.toMinutes() == 0) {
      return time.toSeconds() + " s";
    }
    return time.toHours() == 0
        ? Texts.format("%d min %d s", time.toMinutes(), time.toSecondsPart())
        : Texts.format("%d h %d min", time.toHours(), time.toMinutesPart());
  }
}
