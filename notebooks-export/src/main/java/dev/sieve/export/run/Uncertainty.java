package dev.sieve.export.run;

import java.util.Collection;

/** What an interval of an accuracy covers. Two kinds are never to be compared with each other. */
public enum Uncertainty {
  /** Random seeds and images: of the mean over the repeats. */
  SEEDS("seeds and examples"),
  /** The chance choice of the images: Wilson's interval. */
  IMAGES("examples");

  private final String source;

  Uncertainty(String source) {
    this.source = source;
  }

  /** Returns what it covers: {@code seeds and images}, or {@code images}. */
  public String source() {
    return source;
  }

  /** Returns the most telling kind that {@code configuration} has. */
  static Uncertainty of(Configuration configuration) {
    return configuration.repeats().size() > 1 ? SEEDS : IMAGES;
  }

  /** Returns the kind that all of {@code configurations} have, so that they can be compared. */
  public static Uncertainty common(Collection<Configuration> configurations) {
    return configurations.stream().allMatch(c -> of(c) == SEEDS) ? SEEDS : IMAGES;
  }
}
