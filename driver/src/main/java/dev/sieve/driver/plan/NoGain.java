package dev.sieve.driver.plan;

import static java.util.Objects.requireNonNull;

import dev.sieve.Texts;
import dev.sieve.driver.conf.StopWhen;
import dev.sieve.sample.gp.Gain;

/**
 * Whether going on is worth its trainings, as a learning stage sees it before a batch: not where
 * the best of the batch is expected to exceed the best so far by less than a share of what the
 * choice of the validation examples does to any accuracy.
 *
 * @param gain that the batch promises
 * @param batch its configurations
 * @param done configurations so far
 * @param all configurations of the stage
 * @param images that validate
 */
record NoGain(Gain gain, int batch, int done, int all, int images) {
  /**
   * Share of an accuracy's standard error. On the eight surfaces of {@code bench search}, 96 trials
   * in batches of 16, six seeds: a quarter ends after 70 trials on average with the regret of all
   * 96, 0.020; a half after 57 with 0.024; a tenth after 86.
   */
  static final double SHARE = 0.25;

  NoGain {
    requireNonNull(gain, "gain is null");
  }

  /** Returns whether the stage ends. */
  boolean ends() {
    return done >= StopWhen.LEAST && gain.expected() < SHARE * error();
  }

  /** Returns the standard error of the best accuracy, over other validation examples. */
  private double error() {
    double accuracy = Math.max(0, Math.min(1, gain.incumbent()));
    return Math.sqrt(accuracy * (1 - accuracy) / images);
  }

  /** Returns why the stage ends, in a sentence. */
  String text() {
    return Texts.format(
        "ended after %d of %d configurations: the best of the next %d is expected to gain %.4f over"
            + " the best so far, %.4f, less than %s of the %.4f by which %d validation examples err",
        done, all, batch, gain.expected(), gain.incumbent(), SHARE, error(), images);
  }
}
