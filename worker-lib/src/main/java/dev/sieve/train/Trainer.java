package dev.sieve.train;

import static dev.sieve.Checks.check;

import dev.sieve.blas.Blas;
import dev.sieve.blas.ColumnLayout;
import dev.sieve.blas.ColumnRule;
import dev.sieve.blas.IdentityProbe;
import dev.sieve.trial.Trial;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Trains packs of small networks, without Spark: what a task of a search does, and what a program
 * of one's own can call.
 */
public final class Trainer {
  /**
   * The widest first layer that is probed: eight of them take 100 MB. Wider ones are trained alone,
   * where they are as fast as together.
   */
  private static final int WIDEST_PROBED = 1024;

  private Trainer() {}

  /**
   * Trains {@code trials} together and returns them in their order. A trial that diverges, or whose
   * training throws or takes too long, is a result like any other; nothing but wrong arguments, and
   * being cancelled, makes this method throw. Where the pack as a whole fails, each trial is
   * trained alone.
   *
   * @param trials at least one; all with the same batch size, repeat and epochs
   */
  public static List<Trained> train(
      Blas blas,
      TrainingData data,
      TrainingSettings settings,
      List<Trial> trials,
      Conditions conditions) {
    checkPack(trials, data);
    try {
      return new PackTraining(blas, data, settings, trials, conditions).run();
    } catch (CancellationException e) {
      throw e;
    } catch (Throwable e) { // an Error that left a Spark task would end a local driver
      if (trials.size() == 1) {
        return List.of(Trained.failed(trials.get(0), e));
      }
      return alone(blas, data, settings, trials, conditions);
    }
  }

  /** As {@link #train(Blas, TrainingData, TrainingSettings, List, Conditions)}, without limits. */
  public static List<Trained> train(
      Blas blas,
      TrainingData data,
      TrainingSettings settings,
      List<Trial> trials,
      Progress progress) {
    return train(blas, data, settings, trials, Conditions.of(progress));
  }

  /** Trains each of {@code trials} by itself: slower than {@link #train}, with the same results. */
  public static List<Trained> alone(
      Blas blas,
      TrainingData data,
      TrainingSettings settings,
      List<Trial> trials,
      Conditions conditions) {
    return trials.stream()
        .flatMap(trial -> train(blas, data, settings, List.of(trial), conditions).stream())
        .toList();
  }

  /**
   * Returns how members must stand in packs of {@code trials}, so that each gets the same bits in
   * every pack; null where this BLAS gives no such rule.
   *
   * @param trials all with the same batch size
   */
  public static ColumnRule columns(Blas blas, TrainingData data, List<Trial> trials) {
    List<Integer> widths =
        trials.stream()
            .map(trial -> Math.min(WIDEST_PROBED, width(trial, data)))
            .distinct()
            .toList();
    int batch = trials.get(0).hyperparameters().batchSize();
    return IdentityProbe.choose(blas, widths, batch, data.pool().width(), Evaluator.BATCH);
  }

  /** Returns whether a network of {@code trials} is so wide that it is better trained alone. */
  public static boolean tooWide(List<Trial> trials) {
    return trials.stream()
        .map(trial -> trial.hyperparameters().hidden())
        .anyMatch(hidden -> !hidden.isEmpty() && hidden.get(0) > WIDEST_PROBED);
  }

  /**
   * Returns whether each of {@code trials}, which form a pack, gets the same bits there as alone.
   */
  public static boolean packable(
      Blas blas, TrainingData data, ColumnRule columns, List<Trial> trials) {
    return IdentityProbe.holds(blas, layout(data, columns, trials), Evaluator.BATCH);
  }

  private static ColumnLayout layout(TrainingData data, ColumnRule columns, List<Trial> trials) {
    List<Integer> widths = trials.stream().map(trial -> width(trial, data)).toList();
    int batch = trials.get(0).hyperparameters().batchSize();
    return new ColumnLayout(columns, widths, batch, data.pool().width());
  }

  private static int width(Trial trial, TrainingData data) {
    List<Integer> hidden = trial.hyperparameters().hidden();
    return hidden.isEmpty() ? data.classes() : hidden.get(0);
  }

  private static void checkPack(List<Trial> trials, TrainingData data) {
    check(!trials.isEmpty(), "a pack has at least one trial, but got none");
    Trial first = trials.get(0);
    for (Trial trial : trials) {
      check(
          trial.repeat() == first.repeat()
              && trial.epochs() == first.epochs()
              && trial.hyperparameters().batchSize() == first.hyperparameters().batchSize(),
          "trials of a pack share repeat, epochs and batch size, but %s and %s do not",
          first.label(),
          trial.label());
    }
    int batch = first.hyperparameters().batchSize();
    check(
        batch <= data.trainRows().length,
        "batch-size must be <= %d, the number of training images, but was %d",
        data.trainRows().length,
        batch);
  }
}
