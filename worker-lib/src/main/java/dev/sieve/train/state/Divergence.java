package dev.sieve.train.state;

import dev.sieve.Texts;
import dev.sieve.format.Numbers;

/**
 * Why a trial has diverged, in words for people.
 *
 * @param message what was found, when, and what the limit is
 */
public record Divergence(String message) {
  private static final String MESSAGE = "%s was %s nats per image %s update %d, the limit is %s";

  /** A batch whose mean loss, before update {@code step}, is above {@code limit} or no number. */
  public static Divergence ofBatch(double loss, long step, double limit) {
    return of("loss of a batch", loss, "before", step, limit);
  }

  /** A validation loss, after update {@code step}, that is no finite number. */
  public static Divergence ofValidation(double loss, long step, double limit) {
    return of("validation loss", loss, "after", step, limit);
  }

  private static Divergence of(String what, double loss, String when, long step, double limit) {
    return new Divergence(
        Texts.format(MESSAGE, what, Numbers.shown(loss), when, step, Numbers.shown(limit)));
  }
}
