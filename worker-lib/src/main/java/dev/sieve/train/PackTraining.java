package dev.sieve.train;

import dev.sieve.kernel.Rows;
import dev.sieve.net.Network;
import dev.sieve.net.PackedNetworks;
import dev.sieve.net.Topology;
import dev.sieve.sample.Streams;
import dev.sieve.space.Augmentation;
import dev.sieve.space.Horizon;
import dev.sieve.space.Hyperparameters;
import dev.sieve.trial.Failure;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * The training of one pack, from fresh weights, or where a checkpoint left it, to its results. All
 * trials share batch size, repeat and epochs; each keeps its own state, and one that fails or
 * diverges leaves the others as they are. Confined to one thread.
 */
final class PackTraining {
  private final TrainingData data;
  private final TrainingSettings settings;
  private final Conditions conditions;
  private final int batch;
  private final int repeat;
  private final Horizon horizon;
  private final List<TrialRun> runs = new ArrayList<>();
  private final PackedNetworks networks;
  private final BatchLoader loader;
  private final Measurements measurements;
  private final TimeShares time;
  private final Rows x;
  private final int[] labels;
  private long step;

  PackTraining(
      TrainingData data, TrainingSettings settings, List<Trial> trials, Conditions conditions) {
    Trial first = trials.get(0);
    this.data = data;
    this.settings = settings;
    this.conditions = conditions;
    this.batch = first.hyperparameters().batchSize();
    this.repeat = first.repeat();
    this.horizon = Horizon.of(data.trainRows().length, batch, first.epochs());
    List<Network> members = trials.stream().map(trial -> network(trial.hyperparameters())).toList();
    this.networks = new PackedNetworks(members, Math.max(batch, Evaluator.BATCH));
    for (int k = 0; k < trials.size(); k++) {
      runs.add(new TrialRun(k, trials.get(k), data.trainRows().length));
      Topology topology = members.get(k).topology();
      networks.set(k, FirstWeights.of(trials.get(k), topology, settings.seed()));
    }
    Augmentation augmentation = first.hyperparameters().augmentation();
    this.loader = new BatchLoader(data.pool(), augmentation, settings.seed(), repeat, batch);
    this.measurements = new Measurements(data, settings, networks);
    this.time =
        new TimeShares(
            conditions.limit(), members.stream().map(Network::topology).toList(), System::nanoTime);
    this.x = new Rows(batch, data.pool().width());
    this.labels = new int[batch];
  }

  private Network network(Hyperparameters chosen) {
    return new Network(
        new Topology(data.pool().width(), chosen.hidden(), data.classes()),
        chosen.objective(),
        chosen.optimizer(),
        chosen.dropout());
  }

  /** Trains to the end of the budget, and returns the results in the order of the trials. */
  List<Trained> run() {
    conditions.checkpoints().last().ifPresentOrElse(this::goOnFrom, () -> measure(false));
    while (step < horizon.updates() && anyActive()) {
      int epoch = (int) (step / horizon.updatesPerEpoch());
      train(epoch, loader.begin(epoch, data.trainRows()));
      conditions.progress().epochDone(runs.size());
    }
    return measurements.results(runs, step);
  }

  /** Puts everything where it stood when {@code state} was saved. */
  private void goOnFrom(PackState state) {
    step = state.step();
    for (int k = 0; k < runs.size(); k++) {
      Trial trial = runs.get(k).trial();
      runs.set(k, state.run(trial));
      runs.get(k).moveTo(k);
      networks.restore(k, state.network(trial));
    }
    for (long done = horizon.updatesPerEpoch(); done <= step; done += horizon.updatesPerEpoch()) {
      conditions.progress().epochDone(runs.size());
    }
    int epoch = (int) (step / horizon.updatesPerEpoch());
    if (step % horizon.updatesPerEpoch() > 0 && anyActive()) {
      int[] order = loader.begin(epoch, data.trainRows());
      loader.resume(state.streams());
      trainOn(order);
      conditions.progress().epochDone(runs.size());
    }
  }

  /** Trains the epoch {@code epoch}, whose images come in {@code order}. */
  private void train(int epoch, int[] order) {
    for (TrialRun run : runs) {
      run.begin(Streams.of(settings.seed(), "dropout", repeat, run.configuration(), epoch));
    }
    trainOn(order);
  }

  /** Trains to the end of the epoch that is under way. */
  private void trainOn(int[] order) {
    int updates = horizon.updatesPerEpoch();
    do {
      update(order, (int) (step % updates) * batch);
      stopThoseWhoseTimeIsUp();
      look();
      if (conditions.checkpoints().isDue()) {
        PackState state = new PackState(step, loader.streams(), runs, networks);
        conditions.checkpoints().save(state);
      }
    } while (step % updates > 0 && anyActive());
  }

  private boolean anyActive() {
    return runs.stream().anyMatch(TrialRun::active);
  }

  private List<TrialRun> active() {
    return runs.stream().filter(TrialRun::active).toList();
  }

  private void stopThoseWhoseTimeIsUp() {
    time.charge(runs);
    for (TrialRun run : runs) {
      if (run.active() && time.isUp(run)) {
        double limit = conditions.limit().toNanos() / 1e9;
        run.fail(Failure.TIMEOUT, step, "training took longer than its limit, " + limit + " s");
      }
    }
  }

  /** Measures what is to be measured after this update. */
  private void look() {
    int interval = settings.evaluation().interval();
    boolean last = step == horizon.updates();
    if (last || step % (interval == 0 ? horizon.updatesPerEpoch() : interval) == 0) {
      measure(last);
    }
    if (settings.evaluation().cycleEnsemble()) {
      measurements.takeSnapshots(active(), step);
    }
  }

  private void measure(boolean last) {
    measurements.measure(active(), step, (double) step / horizon.updatesPerEpoch(), last);
  }

  /** One update of all active members, on the batch {@code order[from] …}. */
  private void update(int[] order, int from) {
    if (conditions.cancelled().getAsBoolean()) {
      throw new CancellationException("the pack is not wanted any more");
    }
    loader.load(order, from, x);
    for (int i = 0; i < batch; i++) {
      labels[i] = data.pool().label(order[from + i]);
    }
    networks.forward(x, batch);
    for (TrialRun run : runs) {
      if (run.active()) {
        update(run);
      }
      if (!run.active()) {
        networks.skip(run.index(), batch);
      }
    }
    networks.finish(x, batch);
    step++;
  }

  private void update(TrialRun run) {
    Hyperparameters chosen = run.trial().hyperparameters();
    try {
      double eta = run.eta(step);
      double lossSum =
          networks.update(
              run.index(), x, batch, labels, eta, chosen.l2(), run.masks(), run.running());
      double loss = lossSum / batch;
      if (!(loss <= settings.divergedLoss())) {
        String what = "loss of a batch was " + loss + " nats per image before update " + step;
        run.diverge(step, what, settings.divergedLoss());
      }
    } catch (Throwable e) { // an Error that left a Spark task would end a local driver
      run.fail(Failures.cause(e), step, Failures.message(e));
    }
  }
}
