package dev.sieve.trial;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a search maximizes: a number that validation examples give each trial. */
public enum Metric {
  ACCURACY {
    @Override
    public double worth(Metrics validation) {
      return validation.accuracy();
    }
  },
  BALANCED_ACCURACY {
    @Override
    public double worth(Metrics validation) {
      return validation.byClass().balancedAccuracy();
    }
  },
  MACRO_F1 {
    @Override
    public double worth(Metrics validation) {
      return validation.byClass().macroF1();
    }
  },
  /** Which is minimized. */
  LOSS {
    @Override
    public double worth(Metrics validation) {
      return -validation.loss();
    }
  };

  /** Returns the number, higher is better: of a loss, its negative. */
  public abstract double worth(Metrics validation);

  /** Returns what {@link #worth} of {@code result} is; NaN unless it is COMPLETED. */
  public double worth(TrialResult result) {
    return result.status() == Status.COMPLETED ? worth(result.validation()) : Double.NaN;
  }

  /** As {@link #worth(TrialResult)}, but of a PRUNED trial that at its rung. */
  public double worthSoFar(TrialResult result) {
    return result.validation() == null ? Double.NaN : worth(result.validation());
  }

  /** Returns the number nearest to {@code worth} that a trial can be worth. */
  public double possible(double worth) {
    return this == LOSS ? Math.min(0, worth) : Math.max(0, Math.min(1, worth));
  }

  /** Returns whether it needs {@link Metrics#byClass}. */
  public boolean isByClass() {
    return this == BALANCED_ACCURACY || this == MACRO_F1;
  }

  /**
   * Returns the part of the variance of a mean {@code worth} that is known: that of a share of
   * {@code images}; 0 where none is.
   */
  public double knownVariance(double worth, double images) {
    return this == ACCURACY ? worth * (1 - worth) / images : 0;
  }

  /** Returns the least difference between two shares of {@code images}; 0 where it is no share. */
  public double resolution(int images) {
    return this == LOSS ? 0 : 1.0 / images;
  }

  /** Returns {@code worth} as people know it: a loss with its own sign. */
  public double natural(double worth) {
    return this == LOSS ? -worth : worth;
  }

  /** Returns its name in words: {@code balanced accuracy}. */
  public String title() {
    return this == MACRO_F1 ? "macro-F1" : text().replace('-', ' ');
  }

  /** Returns that of which {@link #text} is {@code name}; empty where there is none. */
  public static Optional<Metric> named(String name) {
    return Stream.of(values()).filter(metric -> metric.text().equals(name)).findFirst();
  }

  /** Returns the name by which conf files know it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
