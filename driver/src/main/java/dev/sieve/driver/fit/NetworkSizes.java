package dev.sieve.driver.fit;

import dev.sieve.Texts;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.error.UserError;
import dev.sieve.net.Topology;
import dev.sieve.space.Axes;
import dev.sieve.space.SearchSpace;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether networks and mini-batches fit: a matrix into one array, and a training into memory. Known
 * before anything is trained, when each trial would fail.
 *
 * @param inputs values of an example
 * @param memory bytes of what trains
 */
public record NetworkSizes(int inputs, int classes, long memory) {
  /** Numbers of one matrix, its padding included: an array has fewer than 2³¹. */
  private static final long MOST_NUMBERS = Integer.MAX_VALUE - (1 << 20);

  /** Multiples to which matrices are padded, at most. */
  private static final int PADDING = 32;

  /**
   * Refuses what does not fit.
   *
   * @throws UserError with the stage, the network and both sizes
   */
  public void check(SearchConf conf) {
    conf.stages().forEach(this::check);
  }

  private void check(StageConf stage) {
    SearchSpace space = stage.plan().space();
    int batch = Collections.max(space.domain(Axes.BATCH_SIZE).extremes());
    for (List<Integer> hidden : space.domain(Axes.HIDDEN).extremes()) {
      Topology network = new Topology(inputs, hidden, classes);
      for (int l = 0; l < network.layers(); l++) {
        checkMatrix(stage, "hidden", hidden, network.fanIn(l), network.fanOut(l));
        checkMatrix(stage, "batch-size", batch, batch, network.fanOut(l));
      }
      checkMatrix(stage, "batch-size", batch, batch, network.inputs());
      checkMemory(stage, network, batch);
    }
  }

  private static void checkMatrix(
      StageConf stage, String key, Object value, long rows, long columns) {
    if (padded(rows) * padded(columns) > MOST_NUMBERS) {
      throw new UserError(
          Texts.format(
              "%s of stage %s must need matrices of less than 2^31 numbers, but %s needs %d × %d",
              key, stage.name(), value, rows, columns));
    }
  }

  private static long padded(long count) {
    return (count + PADDING - 1) / PADDING * PADDING;
  }

  private void checkMemory(StageConf stage, Topology network, long batch) {
    long least = Float.BYTES * (2 * network.parameters() + batch * widest(network));
    if (least > memory) {
      throw new UserError(
          Texts.format(
              "hidden of stage %s must fit into memory, but %s with batches of %d takes more than %d MB, and there are %d: --driver-memory, or on a cluster --executor-memory, gives more",
              stage.name(), network.hidden(), batch, least >> 20, memory >> 20));
    }
  }

  private static long widest(Topology network) {
    return IntStream.range(0, network.layers())
        .map(l -> Math.max(network.fanIn(l), network.fanOut(l)))
        .max()
        .orElseThrow();
  }
}
