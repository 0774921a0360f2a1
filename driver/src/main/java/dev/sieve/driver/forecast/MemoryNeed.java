package dev.sieve.driver.forecast;

import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.pack.Pack;
import dev.sieve.net.Topology;
import dev.sieve.trial.Trial;
import java.util.List;
import java.util.Map;

/** How much memory a search needs: an upper bound. */
final class MemoryNeed {
  /** What Spark, the classes and the examples of timed updates take. */
  private static final long BASE = 350L << 20;

  /** The data, and the bytes in which Spark sends them. */
  private static final int COPIES = 2;

  /** Weights, and what optimizers and evaluations keep beside them. */
  private static final int STATES = 4;

  /** Examples of an evaluation's batch. */
  private static final int EVALUATED = 240;

  private static final long OF_TRIAL = 16L << 10;
  private static final long OF_POINT = 256;

  /** A collector needs room to work in. */
  private static final double ROOM = 1.3;

  private MemoryNeed() {}

  /**
   * @param packs all of the search
   * @param points of all learning curves
   */
  static Memory of(
      SearchConf conf,
      DataSizes data,
      Machines machines,
      Map<Share, List<Pack>> packs,
      double points) {
    long trials = conf.stages().stream().mapToLong(stage -> stage.trials()).sum();
    long results = trials * OF_TRIAL + (long) (points * OF_POINT);
    long largest =
        packs.entrySet().stream()
            .flatMap(some -> some.getValue().stream().map(pack -> of(some.getKey(), pack)))
            .mapToLong(Long::longValue)
            .max()
            .orElse(0);
    long trained = largest * machines.executors().coresOfEach();
    long bytes = data.bytes() + components(conf, data);
    boolean cluster = machines.cluster();
    long driver = BASE + COPIES * bytes + results + (cluster ? 0 : trained);
    long executor = cluster ? BASE + COPIES * bytes + trained : 0;
    return new Memory(bytes, trained, results, (long) (ROOM * driver), (long) (ROOM * executor));
  }

  /** Returns the bytes of what stages train on in place of all inputs. */
  private static long components(SearchConf conf, DataSizes data) {
    long inputs = data.examples().inputs();
    return conf.stages().stream()
        .flatMap(stage -> stage.components().stream())
        .distinct()
        .mapToLong(
            count ->
                (data.pool() + (long) data.test()) * count * Float.BYTES
                    + inputs * (inputs + count) * Double.BYTES)
        .sum();
  }

  /** Returns the bytes of a pack while it trains. */
  private static long of(Share share, Pack pack) {
    long numbers = 0;
    long units = 0;
    for (Trial trial : pack.trials()) {
      Topology network = share.topology(trial);
      numbers += STATES * network.parameters();
      for (int l = 0; l < network.layers(); l++) {
        units += network.fanOut(l);
      }
      if (share.together()) {
        numbers += (share.validation() + (long) share.test()) * network.classes();
      }
    }
    long batch = Math.max(EVALUATED, pack.trials().get(0).hyperparameters().batchSize());
    numbers += batch * (2L * share.inputs().inputs() + STATES * units) + share.train();
    return Float.BYTES * numbers;
  }
}
