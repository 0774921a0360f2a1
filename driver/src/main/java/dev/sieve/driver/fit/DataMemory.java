package dev.sieve.driver.fit;

import dev.sieve.Texts;
import dev.sieve.data.DataSet;
import dev.sieve.data.source.DataSource;
import dev.sieve.data.source.LeastSize;
import dev.sieve.data.source.Places;
import dev.sieve.data.source.Room;
import dev.sieve.driver.error.UserError;

/**
 * Whether the examples of a search fit into memory, before they are read, or at the latest as they
 * are: the driver reads them, and each executor has a copy.
 *
 * @param driver bytes of this JVM
 * @param executor bytes of one executor, the same where this JVM trains; {@link Long#MAX_VALUE}
 *     where that is not known
 */
public record DataMemory(long driver, long executor) implements Room {
  /** What Spark and everything else take. */
  private static final long ELSE = 96L << 20;

  /**
   * The share of a heap that can be full: G1 keeps a tenth free. With 1,000,000 × 54 floats, which
   * are 206 MB, a search ends well in 800 MB, and its trials run out of memory in 750.
   */
  private static final double FULL = 0.9;

  /** Returns that of this JVM, for commands that train here. */
  public static DataMemory here() {
    return new DataMemory(Runtime.getRuntime().maxMemory(), Long.MAX_VALUE);
  }

  /**
   * Returns the data of {@code source}.
   *
   * @throws UserError where they do not fit, mostly before they are read
   */
  public DataSet open(DataSource source, Places places) {
    check(source, places);
    return source.open(places, this);
  }

  /**
   * Refuses what does not fit.
   *
   * @throws UserError with the sizes, and the option that gives more
   */
  public void check(DataSource source, Places places) {
    source.leastSize(places).ifPresent(least -> check(source.name(), least));
  }

  @Override
  public void check(String name, LeastSize least) {
    double needed = (least.peak() + ELSE) / FULL;
    if (needed > driver) {
      throw new UserError(
          message(name, least, needed, "the driver has", driver, "--driver-memory"));
    }
    if (needed > executor) {
      throw new UserError(
          message(name, least, needed, "each executor has", executor, "--executor-memory"));
    }
  }

  private static String message(
      String name, LeastSize least, double needed, String holder, long bytes, String option) {
    return Texts.format(
        "the data of source %s must fit into memory, but %s + %d MB for all else, and a tenth for the collector, are %,.0f MB at least, and %s %d MB: %s gives more",
        name,
        least.atPeak(),
        ELSE >> 20,
        Math.ceil(needed / (1 << 20)),
        holder,
        bytes >> 20,
        option);
  }
}
