package dev.sieve.driver.conf;

import java.util.Locale;

/** What the best configurations of a stage are chosen by. */
public enum ChooseBy {
  /** The mean of their repeats' validation accuracies. */
  MEAN,
  /** The mean of a Gaussian process that is fitted to all trials of the stage. */
  POSTERIOR_MEAN;

  /** Returns the name by which conf files know this choice. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
