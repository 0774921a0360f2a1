package dev.sieve.train;

import dev.sieve.kernel.Products;
import dev.sieve.kernel.Rows;
import dev.sieve.net.Network;
import dev.sieve.net.pack.PackedNetworks;
import dev.sieve.sample.Streams;
import dev.sieve.space.Hyperparameters;
import dev.sieve.team.Span;
import dev.sieve.team.Team;
import dev.sieve.train.batch.BatchLoader;
import dev.sieve.train.batch.BatchStreams;
import dev.sieve.train.state.Divergence;
import dev.sieve.train.state.FailureMessage;
import dev.sieve.train.state.TrialState;
import dev.sieve.trial.Failure;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.List;

/**
 * The networks of a pack and their updates, one mini-batch after the other. A member that throws,
 * or whose loss is too large, has failed and leaves the others as they are. Owns the memory of a
 * batch; for one thread, which its team helps.
 *
 * <p>One update is {@link #load}, {@link #forward}, {@link #updateMembers} and {@link #finish};
 * {@link #update} does all four.
 */
public final class PackUpdates {
  private final TrainingData data;
  private final TrainingSettings settings;
  private final int batch;
  private final int repeat;
  private final List<TrialState> states = new ArrayList<>();
  private final PackedNetworks networks;
  private final BatchLoader loader;
  private final Team team;
  private final Span update = this::updateMembers;
  private final Rows x;
  private final int[] labels;
  private final int[] order; // of the images in this epoch
  private long step;
  private int count; // of the members in this update

  /**
   * Networks with their first weights.
   *
   * @param trials the members; all with the same batch size, augmentation and repeat. Longer ones
   *     first: then the members still to train are always the first ones
   */
  public PackUpdates(TrainingData data, TrainingSettings settings, List<Trial> trials, Team team) {
    Hyperparameters shared = trials.get(0).hyperparameters();
    Products products = settings.engine().products();
    int inputs = data.pool().width();
    this.data = data;
    this.settings = settings;
    this.batch = shared.batchSize();
    this.repeat = trials.get(0).repeat();
    this.team = team;
    this.loader =
        new BatchLoader(data.pool(), shared.augmentation(), settings.seed(), repeat, batch, team);
    this.x = new Rows(products, batch, inputs);
    this.labels = new int[batch];
    this.order = new int[data.trainRows().length];
    List<Network> members =
        trials.stream()
            .map(trial -> Networks.of(trial.hyperparameters(), inputs, data.classes()))
            .toList();
    this.networks = new PackedNetworks(products, members, Math.max(batch, Evaluator.BATCH), team);
    for (int k = 0; k < trials.size(); k++) {
      Trial trial = trials.get(k);
      states.add(new TrialState(k, trial, order.length));
      networks.set(k, Networks.first(trial, data, settings.seed(), products));
    }
  }

  /** Returns the members, in the order of their networks; the list itself. */
  List<TrialState> states() {
    return states;
  }

  PackedNetworks networks() {
    return networks;
  }

  /** Returns the state as it is after {@code step} updates. */
  PackState save(long step) {
    return new PackState(step, loader.streams(), states, networks);
  }

  /** As {@link #save(long)}, of {@code member} alone. */
  PackState save(long step, TrialState member) {
    return new PackState(step, loader.streams(), List.of(member), networks);
  }

  /** Puts all members where they stood when {@code state} was saved. */
  void restore(PackState state) {
    for (int k = 0; k < states.size(); k++) {
      Trial trial = states.get(k).trial();
      states.set(k, state.member(trial));
      states.get(k).moveTo(k);
      networks.restore(k, state.network(trial));
    }
  }

  /** Begins an epoch with its first mini-batch. */
  public void begin(int epoch) {
    shuffle(epoch);
    for (TrialState state : states) {
      state.begin(Streams.of(settings.seed(), "dropout", repeat, state.configuration(), epoch));
    }
  }

  /** Goes on in the middle of an epoch, whose augmentation {@code saved} draws. */
  void resume(int epoch, BatchStreams saved) {
    shuffle(epoch);
    loader.resume(saved);
  }

  private void shuffle(int epoch) {
    System.arraycopy(data.trainRows(), 0, order, 0, order.length);
    loader.begin(epoch, order);
  }

  /** Returns how many members an update is for: up to the last one that is still trained. */
  int active() {
    int active = states.size();
    while (active > 0 && !states.get(active - 1).active()) {
      active--;
    }
    return active;
  }

  /**
   * Makes update {@code step} of all active members, on the images {@code from} … of the epoch's
   * order.
   */
  public void update(long step, int from) {
    load(step, from);
    forward();
    updateMembers();
    finish();
  }

  /** Loads the images {@code from} … of the epoch's order, for update {@code step}. */
  public void load(long step, int from) {
    this.step = step;
    this.count = active();
    loader.load(order, from, x);
    for (int i = 0; i < batch; i++) {
      labels[i] = data.pool().label(order[from + i]);
    }
  }

  /** Product 1, of all members. */
  public void forward() {
    networks.forward(x, batch, 0, count);
  }

  /** Does the part of the update that lies between the two products, member by member. */
  public void updateMembers() {
    team.run(count, 1, update);
  }

  /** Product 2, of all members. */
  public void finish() {
    networks.finish(x, batch, count);
  }

  private void updateMembers(int first, int end) {
    for (int k = first; k < end; k++) {
      if (states.get(k).active()) {
        update(states.get(k));
      }
      if (!states.get(k).active()) {
        networks.skip(k, batch);
      }
    }
  }

  private void update(TrialState state) {
    Hyperparameters chosen = state.trial().hyperparameters();
    try {
      double lossSum =
          networks.update(
              state.index(),
              x,
              batch,
              labels,
              state.eta(step),
              chosen.l2(),
              state.masks(),
              state.history().running());
      double loss = lossSum / batch;
      if (!(loss <= settings.divergedLoss())) {
        state.diverged(Divergence.ofBatch(loss, step, settings.divergedLoss()), step);
      }
    } catch (Throwable e) { // an Error that left a Spark task would end a local driver
      state.fail(Failure.of(e), step, FailureMessage.of(e));
    }
  }
}
