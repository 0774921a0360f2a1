package dev.sieve.trial;

import java.io.Serializable;

/**
 * Where and how a trial ran: all that may differ between two runs of one search.
 *
 * @param attempt 0 for the first, counted by Spark per task
 * @param pack name of the pack that it was trained in
 * @param packSize trials of that pack
 * @param packPosition its place there, from 0
 * @param startedAt milliseconds since 1970-01-01T00:00:00Z
 * @param seconds wall time of the whole pack
 * @param host name of the machine
 * @param executor Spark's name of the executor
 * @param blas who multiplied matrices: the kernels' name
 * @param blasThreads threads of each product
 * @param resumedStep updates that a checkpoint had kept when this attempt began; 0 for none
 * @param failureMessage null unless the trial failed or diverged
 * @param training null where it is not known: the training never began, or an earlier version did
 *     not record it
 */
public record Execution(
    int attempt,
    String pack,
    int packSize,
    int packPosition,
    long startedAt,
    double seconds,
    String host,
    String executor,
    String blas,
    int blasThreads,
    long resumedStep,
    String failureMessage,
    TrainingTime training)
    implements Serializable {

  /** Returns this, with another name of the pack. */
  public Execution inPack(String name) {
    return new Execution(
        attempt,
        name,
        packSize,
        packPosition,
        startedAt,
        seconds,
        host,
        executor,
        blas,
        blasThreads,
        resumedStep,
        failureMessage,
        training);
  }

  /** Returns what is known of a trial whose executor never answered. */
  public static Execution lost(String pack, int packSize, int packPosition, String message) {
    long now = System.currentTimeMillis();
    return new Execution(
        0, pack, packSize, packPosition, now, 0, null, null, null, 0, 0, message, null);
  }
}
