package dev.sieve.driver.conf;

import java.util.Locale;

/** What ends a stage before it has all of its configurations. */
public enum StopWhen {
  /** Nothing. */
  NONE,
  /** Its sampler expects less from the next batch than noise hides. */
  NO_GAIN;

  /** Configurations before which no stage ends so: too little is known of less. */
  public static final int LEAST = 16;

  /** Returns the name by which conf files know it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
