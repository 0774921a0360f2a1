package dev.sieve.driver.forecast;

import java.util.List;

/**
 * What a search will take.
 *
 * @param start seconds to the first stage
 * @param tables seconds that tables and summary take
 * @param report seconds that the report takes
 * @param moreCores what more cores would make of it, by cores
 * @param largerBatches what learning stages would take with larger batches
 */
public record Forecast(
    DataSizes data,
    Machines machines,
    List<StageForecast> stages,
    Range start,
    Range tables,
    Range report,
    Memory memory,
    List<Alternative> moreCores,
    List<Alternative> largerBatches) {
  public Forecast {
    stages = List.copyOf(stages);
    moreCores = List.copyOf(moreCores);
    largerBatches = List.copyOf(largerBatches);
  }

  /**
   * Another way to run the search.
   *
   * @param name of the stage with a larger batch; empty for more cores
   * @param number of cores, or of configurations in a batch
   * @param seconds of all stages
   */
  public record Alternative(String name, int number, double seconds) {}

  /** Returns the time from the command to its end. */
  public Range whole() {
    return sum(start, stages, tables).plus(report);
  }

  static Range sum(Range start, List<StageForecast> stages, Range tables) {
    return stages.stream().map(StageForecast::seconds).reduce(start.plus(tables), Range::plus);
  }
}
