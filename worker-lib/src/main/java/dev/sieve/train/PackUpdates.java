package dev.sieve.train;

import dev.sieve.kernel.Rows;
import dev.sieve.net.PackedNetworks;
import dev.sieve.space.Hyperparameters;
import dev.sieve.team.Span;
import dev.sieve.team.Team;
import java.util.List;

/**
 * The updates of a pack's networks, mini-batch by mini-batch. A member that throws or whose loss is
 * too large has failed, and leaves the others as they are. Owns the memory of a batch; for one
 * thread, which its team helps.
 */
final class PackUpdates {
  private final TrainingData data;
  private final double divergedLoss;
  private final List<TrialState> runs;
  private final PackedNetworks networks;
  private final BatchLoader loader;
  private final int batch;
  private final Team team;
  private final Span update = this::update;
  private final Rows x;
  private final int[] labels;
  private final int[] order; // of the images in this epoch
  private long step;

  /**
   * @param runs in the order of their networks
   * @param divergedLoss nats per image of a batch, above which a trial has diverged
   * @param batch images of an update
   */
  PackUpdates(
      TrainingData data,
      List<TrialState> runs,
      PackedNetworks networks,
      BatchLoader loader,
      double divergedLoss,
      int batch,
      Team team) {
    this.data = data;
    this.divergedLoss = divergedLoss;
    this.runs = runs;
    this.networks = networks;
    this.loader = loader;
    this.batch = batch;
    this.team = team;
    this.x = new Rows(batch, data.pool().width());
    this.labels = new int[batch];
    this.order = new int[data.trainRows().length];
  }

  /** Begins an epoch, from its first mini-batch. */
  void begin(int epoch) {
    System.arraycopy(data.trainRows(), 0, order, 0, order.length);
    loader.begin(epoch, order);
  }

  /** Returns how many members an update is for: up to the last one that is still trained. */
  int active() {
    int active = runs.size();
    while (active > 0 && !runs.get(active - 1).active()) {
      active--;
    }
    return active;
  }

  /**
   * Makes update {@code step} of all active members, on the images {@code from} … of the epoch's
   * order.
   */
  void update(long step, int from) {
    this.step = step;
    loader.load(order, from, x);
    for (int i = 0; i < batch; i++) {
      labels[i] = data.pool().label(order[from + i]);
    }
    int count = active();
    networks.forward(x, batch, 0, count);
    team.run(count, 1, update);
    networks.finish(x, batch, count);
  }

  /** The part of an update that members do by themselves. */
  private void update(int first, int end) {
    for (int k = first; k < end; k++) {
      if (runs.get(k).active()) {
        update(runs.get(k));
      }
      if (!runs.get(k).active()) {
        networks.skip(k, batch);
      }
    }
  }

  private void update(TrialState run) {
    Hyperparameters chosen = run.trial().hyperparameters();
    try {
      double lossSum =
          networks.update(
              run.index(),
              x,
              batch,
              labels,
              run.eta(step),
              chosen.l2(),
              run.masks(),
              run.record().running());
      double loss = lossSum / batch;
      if (!(loss <= divergedLoss)) {
        run.diverged(
            "loss of a batch was " + loss + " nats per image before update ", step, divergedLoss);
      }
    } catch (Throwable e) { // an Error that left a Spark task would end a local driver
      run.fail(Failures.cause(e), step, Failures.message(e));
    }
  }
}
