package dev.sieve.bench;

import dev.sieve.data.input.Inputs;
import dev.sieve.engine.Engine;
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
  private final PackUpdates updates;
  private final int batch;
  private final int perEpoch;
  private long step;

  /**
   * @param examples that an epoch has
   * @param trials the pack
   */
  Steps(Engine engine, Inputs examples, int classes, List<Trial> trials, long seed, Team team) {
    int[] rows = IntStream.range(0, examples.count()).toArray();
    this.batch = trials.get(0).hyperparameters().batchSize();
    this.perEpoch = rows.length / batch;
    this.updates =
        new PackUpdates(
            new TrainingData(examples, classes, rows, rows, examples),
            settings(engine, seed),
            trials,
            team);
  }

  private static TrainingSettings settings(Engine engine, long seed) {
    Evaluation none = new Evaluation(0, Evaluation.TrainMetrics.RUNNING, false);
    return new TrainingSettings(engine, seed, none, Double.MAX_VALUE, false, false);
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
    int of = (int) (step % perEpoch);
    if (of == 0) {
      updates.begin((int) (step / perEpoch));
    }
    return of * batch;
  }
}
