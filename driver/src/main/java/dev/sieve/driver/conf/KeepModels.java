package dev.sieve.driver.conf;

import java.util.Locale;

/** Which trained networks a search leaves in its run directory. */
public enum KeepModels {
  /** That of the stage {@code final}. */
  FINAL,
  /** Those of all trials. */
  ALL,
  /** None. */
  NONE;

  /** Returns the name by which conf files know this choice. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
