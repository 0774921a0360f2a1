package dev.sieve.train;

import static dev.sieve.Checks.check;

import dev.sieve.team.Team;
import dev.sieve.train.batch.BatchLoader;
import dev.sieve.trial.Trial;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Trains packs of small networks, without Spark: the tasks of a search call it, and so can any
 * other program.
 */
public final class Trainer {
  private Trainer() {}

  /**
   * Trains {@code trials} together and returns their results in the same order. A trial that
   * diverges, throws or takes too long is a result like any other: this method throws only if its
   * arguments are wrong or it is cancelled. If the pack as a whole fails, each trial is trained
   * alone.
   *
   * @param trials at least one; all with the same batch size, augmentation and repeat
   */
  public static List<Trained> train(
      TrainingData data, TrainingSettings settings, List<Trial> trials, TrainingContext context) {
    checkPack(trials, data);
    check(
        !settings.evaluation().mirror() || data.pool().mover(0, 1).isPresent(),
        "evaluation.mirror must be false for examples that are no images of bytes");
    try (Team team = context.cores().join()) {
      return new PackTraining(data, settings, trials, context, team).run();
    } catch (CancellationException e) {
      throw e;
    } catch (Throwable e) { // an Error that left a Spark task would end a local driver
      if (trials.size() == 1) {
        return List.of(Trained.failed(trials.get(0), e));
      }
      // Trials alone would overwrite the pack's checkpoint with their own.
      return alone(data, settings, trials, context.withoutCheckpoints());
    }
  }

  /** As {@link #train(TrainingData, TrainingSettings, List, TrainingContext)}, on one core. */
  public static List<Trained> train(
      TrainingData data, TrainingSettings settings, List<Trial> trials, Progress progress) {
    return train(data, settings, trials, TrainingContext.of(progress));
  }

  /** Trains each of {@code trials} by itself: slower than {@link #train}, with the same results. */
  public static List<Trained> alone(
      TrainingData data, TrainingSettings settings, List<Trial> trials, TrainingContext context) {
    return trials.stream()
        .flatMap(trial -> train(data, settings, List.of(trial), context).stream())
        .toList();
  }

  private static void checkPack(List<Trial> trials, TrainingData data) {
    check(!trials.isEmpty(), "a pack needs at least one trial, but got none");
    Trial first = trials.get(0);
    for (Trial trial : trials) {
      check(
          trial.repeat() == first.repeat()
              && trial.hyperparameters().shared().equals(first.hyperparameters().shared()),
          "trials of a pack must share repeat, batch size and augmentation, but %s and %s do not",
          first.label(),
          trial.label());
    }
    BatchLoader.check(data.pool(), first.hyperparameters().augmentation());
    int batch = first.hyperparameters().batchSize();
    check(
        batch <= data.trainRows().length,
        "batch-size must be <= %d, the number of training images, but was %d",
        data.trainRows().length,
        batch);
  }
}
