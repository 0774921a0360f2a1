package dev.sieve.driver.forecast;

import dev.sieve.driver.conf.StageConf;
import dev.sieve.sample.ask.SamplerName;

/**
 * Seconds that a search takes beside its training. Measured on two cores of an AMD EPYC (Zen 4);
 * slower disks, and machines with other work, explain the width of the ranges.
 */
final class FixedTimes {
  /** From the command to the first stage: two JVMs, Spark, compilers that warm up. */
  private static final double START = 3.3;

  /** Until the executors of a cluster have come. */
  private static final double EXECUTORS = 5;

  /** Bytes per second that are read, checked and sent to the executors. */
  private static final double DATA = 3e8;

  private static final double ROUND = 0.05;
  private static final double PACK = 0.004;
  private static final double TRIAL = 0.0012;
  private static final double STAGE = 0.25;
  private static final double END = 0.4;
  private static final double REPORT = 1.4;
  private static final double TRIAL_IN_REPORT = 0.0001;

  /** Results to which a Gaussian process is fitted at most, and the seconds that a fit takes. */
  private static final double MOST_FITTED = 500;

  private static final double FIT = 0.4;
  private static final double TPE = 0.01;

  private static final double LOW = 0.75;
  private static final double HIGH = 1.4;

  private FixedTimes() {}

  static Range start(DataSizes data, Machines machines) {
    return range(START + (machines.cluster() ? EXECUTORS : 0) + data.bytes() / DATA);
  }

  /** Returns that of a round of {@code stage} beside its training, with so many results before. */
  static double round(StageConf stage, int packs, int before) {
    double ask = before == 0 ? 0 : asked(stage, before);
    return ROUND + PACK * packs + ask;
  }

  private static double asked(StageConf stage, int before) {
    return stage.plan().map(search -> asked(search.sampler(), before), confirm -> 0.0, last -> 0.0);
  }

  private static double asked(SamplerName sampler, int before) {
    double share = Math.min(1, before / MOST_FITTED);
    return switch (sampler) {
      case GP -> FIT * share * share + 0.02;
      case TPE -> TPE;
      case RANDOM, GRID, SOBOL, LATIN_HYPERCUBE -> 0;
    };
  }

  /** Returns that of tables and summary. */
  static Range tables(int stages, int trials) {
    return range(END + STAGE * stages + TRIAL * trials);
  }

  static Range report(int trials) {
    return range(REPORT + TRIAL_IN_REPORT * trials);
  }

  /** Returns {@code seconds}, as sure as such times are. */
  static Range range(double seconds) {
    return Range.around(seconds, LOW, HIGH);
  }
}
