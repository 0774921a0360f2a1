package dev.sieve.bench;

import dev.sieve.data.input.Inputs;
import dev.sieve.engine.Engine;
import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import dev.sieve.team.Team;
import dev.sieve.train.PackUpdates;
import dev.sieve.train.TrainingData;
import dev.sieve.train.TrainingSettings;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Trial;
import java.util.List;
import java.util.stream.IntStream;

/** The updates of one pack as a search makes them, one after the other, without measurements. */
final class Steps {
  private static final double ETA = 0.01;
  private static final double L2 = 0.001;

  /** Updates of an epoch. */
  private static final int PER_EPOCH = Work.EPOCH / Work.BATCH;

  private final PackUpdates updates;
  private long step;

  Steps(Engine engine, Work work, Inputs images, long seed, Team team) {
    int[] rows = IntStream.range(0, images.count()).toArray();
    this.updates =
        new PackUpdates(
            new TrainingData(images, Work.CLASSES, rows, rows, images),
            settings(engine, seed),
            trials(work),
            team);
  }

  private static TrainingSettings settings(Engine engine, long seed) {
    Evaluation none = new Evaluation(0, Evaluation.TrainMetrics.RUNNING, false);
    return new TrainingSettings(engine, seed, none, Double.MAX_VALUE, false, false);
  }

  private static List<Trial> trials(Work work) {
    Hyperparameters chosen =
        new Hyperparameters(
            work.hidden(),
            L2,
            Work.BATCH,
            new LearningRateSchedule.Constant(ETA),
            new Initialization.Xavier());
    return IntStream.range(0, work.networks())
        .mapToObj(k -> new Trial("bench", k, chosen, 0, Integer.MAX_VALUE / PER_EPOCH))
        .toList();
  }

  /** Makes {@code steps} updates. */
  void run(int steps) {
    for (int i = 0; i < steps; i++) {
      int from = next();
      updates.update(step, from);
      step++;
    }
  }

  /** Makes {@code steps} updates, and returns how long each of their phases took on average. */
  Phases phases(int steps) {
    long load = 0;
    long forward = 0;
    long between = 0;
    long update = 0;
    for (int i = 0; i < steps; i++) {
      int from = next();
      long start = System.nanoTime();
      updates.load(step, from);
      long loaded = System.nanoTime();
      updates.forward();
      long multiplied = System.nanoTime();
      updates.updateMembers();
      long back = System.nanoTime();
      updates.finish();
      step++;
      update += System.nanoTime() - back;
      between += back - multiplied;
      forward += multiplied - loaded;
      load += loaded - start;
    }
    double perStep = 1e3 * steps;
    return new Phases(load / perStep, forward / perStep, between / perStep, update / perStep);
  }

  /** Returns where the next mini-batch begins in the order of its epoch; begins epochs. */
  private int next() {
    int of = (int) (step % PER_EPOCH);
    if (of == 0) {
      updates.begin((int) (step / PER_EPOCH));
    }
    return of * Work.BATCH;
  }
}
