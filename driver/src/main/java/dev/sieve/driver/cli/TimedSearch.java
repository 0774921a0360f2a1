package dev.sieve.driver.cli;

import dev.sieve.Texts;
import dev.sieve.driver.cli.show.Durations;
import dev.sieve.driver.forecast.DataSizes;
import dev.sieve.driver.forecast.Forecaster;
import dev.sieve.driver.forecast.Machines;
import dev.sieve.driver.forecast.Range;
import dev.sieve.driver.forecast.Speeds;
import dev.sieve.driver.pack.PackExecutor;
import dev.sieve.driver.reuse.Foreseen;
import dev.sieve.driver.run.SearchTime;
import dev.sieve.driver.search.Search;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * The time that a search is expected to take, told before its first trial, and the time that it
 * took.
 *
 * @param expected seconds without the report
 */
record TimedSearch(Range expected) {

  /** The share of this JVM's memory that a measurement may take, besides the data. */
  private static final int SHARE = 4;

  /**
   * Seconds of a search of which the measurement, of one or two, would be more than a hundredth.
   */
  private static final double SHORT = 120;

  /** GFLOP/s of a core, about: it decides only which searches are short. */
  private static final double ROUGHLY = 80;

  /**
   * Times a few updates of this search's packs here, before they train; empty where these are too
   * large for a driver, and where the search will be over in two minutes.
   *
   * @param cluster whether {@code executor} trains on other machines
   */
  static Optional<TimedSearch> of(SearchRequest request, PackExecutor executor, boolean cluster) {
    Machines machines = new Machines(executor.executors(), cluster);
    Forecaster forecaster =
        new Forecaster(request.conf(), DataSizes.of(request.data()), machines, Foreseen.nothing());
    if (forecaster.withoutReport(Speeds.given(ROUGHLY)).expected() < SHORT) {
      return Optional.empty();
    }
    Runtime here = Runtime.getRuntime();
    int cores = Math.min(here.availableProcessors(), machines.executors().coresOfEach());
    return forecaster
        .measured(cores, here.maxMemory() / SHARE)
        .map(speeds -> new TimedSearch(forecaster.withoutReport(speeds)));
  }

  /** Keeps how long {@code search} took, which has just ended, and returns it in words. */
  String ended(Search search) {
    double took = ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
    search.took(new SearchTime(expected.expected(), expected.low(), expected.high(), took));
    return Texts.format(
        "Time: %s without the report; expected: %s (%s to %s)",
        Durations.shown(took),
        Durations.shown(expected.expected()),
        Durations.shown(expected.low()),
        Durations.shown(expected.high()));
  }
}
