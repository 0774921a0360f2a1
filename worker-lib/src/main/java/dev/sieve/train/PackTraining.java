package dev.sieve.train;

import dev.sieve.net.Network;
import dev.sieve.net.PackedNetworks;
import dev.sieve.net.Topology;
import dev.sieve.sample.Streams;
import dev.sieve.space.Augmentation;
import dev.sieve.space.Hyperparameters;
import dev.sieve.team.Team;
import dev.sieve.trial.Failure;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * The training of one pack, from fresh weights, or where a checkpoint left it, to its results. All
 * trials share batch size, repeat and augmentation; each keeps its own state, and one that fails,
 * diverges or ends leaves the others as they are. Longer trials stand before shorter ones, so that
 * what is left to train is always the first members. For one thread, which its team helps.
 */
final class PackTraining {
  private final TrainingData data;
  private final TrainingSettings settings;
  private final TrainingContext context;
  private final int batch;
  private final int repeat;
  private final int stepsPerEpoch;
  private final List<TrialState> runs = new ArrayList<>(); // longest first
  private final List<Integer> places; // of the runs, in the pack
  private final PackedNetworks networks;
  private final BatchLoader loader;
  private final Measurements measurements;
  private final PackUpdates updates;
  private final TimeShares time;
  private long step;

  PackTraining(
      TrainingData data,
      TrainingSettings settings,
      List<Trial> trials,
      TrainingContext context,
      Team team) {
    this.data = data;
    this.settings = settings;
    this.context = context;
    this.batch = trials.get(0).hyperparameters().batchSize();
    this.repeat = trials.get(0).repeat();
    this.stepsPerEpoch = data.trainRows().length / batch;
    int inputs = data.pool().width();
    this.places =
        IntStream.range(0, trials.size())
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> trials.get(i).epochs()).reversed())
            .toList();
    List<Trial> longestFirst = places.stream().map(trials::get).toList();
    List<Network> members =
        longestFirst.stream().map(trial -> network(trial.hyperparameters())).toList();
    this.networks = new PackedNetworks(members, Math.max(batch, Evaluator.BATCH), team);
    for (int k = 0; k < members.size(); k++) {
      Trial trial = longestFirst.get(k);
      runs.add(new TrialState(k, trial, data.trainRows().length));
      networks.set(k, FirstWeights.of(trial, members.get(k).topology(), settings.seed()));
    }
    Augmentation augmentation = trials.get(0).hyperparameters().augmentation();
    this.loader = new BatchLoader(data.pool(), augmentation, settings.seed(), repeat, batch, team);
    this.measurements =
        new Measurements(
            data, settings, runs, networks, new Evaluator(networks, inputs, team), stepsPerEpoch);
    this.updates =
        new PackUpdates(data, runs, networks, loader, settings.divergedLoss(), batch, team);
    this.time =
        new TimeShares(
            context.limit(), members.stream().map(Network::topology).toList(), System::nanoTime);
  }

  private Network network(Hyperparameters chosen) {
    return new Network(
        new Topology(data.pool().width(), chosen.hidden(), data.classes()),
        chosen.objective(),
        chosen.optimizer(),
        chosen.dropout());
  }

  /**
   * Trains each trial to the end of its budget, and returns the results in the order of the trials.
   */
  List<Trained> run() {
    context.checkpoints().last().ifPresentOrElse(this::goOnFrom, () -> measurements.after(0));
    while (step < lastStep() && updates.active() > 0) {
      int epoch = (int) (step / stepsPerEpoch);
      updates.begin(epoch);
      for (TrialState run : runs) {
        run.begin(Streams.of(settings.seed(), "dropout", repeat, run.configuration(), epoch));
      }
      finish(epoch);
    }
    return inThePacksOrder(measurements.results());
  }

  /** Returns after how many updates the longest trial ends. */
  private long lastStep() {
    return (long) stepsPerEpoch * runs.get(0).trial().epochs();
  }

  /**
   * Puts everything where it stood when {@code state} was saved, and goes on to the epoch's end.
   */
  private void goOnFrom(PackState state) {
    step = state.step();
    for (int k = 0; k < runs.size(); k++) {
      Trial trial = runs.get(k).trial();
      runs.set(k, state.run(trial));
      runs.get(k).moveTo(k);
      networks.restore(k, state.network(trial));
    }
    int epoch = (int) (step / stepsPerEpoch);
    for (int done = 0; done < epoch; done++) {
      tellOf(done);
    }
    if (step % stepsPerEpoch > 0 && updates.active() > 0) {
      updates.begin(epoch);
      loader.resume(state.streams());
      finish(epoch);
    }
  }

  /** Trains to the end of {@code epoch}, which is under way. */
  private void finish(int epoch) {
    do {
      if (context.cancelled().getAsBoolean()) {
        throw new CancellationException("the pack is not wanted any more");
      }
      updates.update(step, (int) (step % stepsPerEpoch) * batch);
      step++;
      stopThoseWhoseTimeIsUp();
      measurements.after(step);
      if (context.checkpoints().isDue()) {
        context.checkpoints().save(new PackState(step, loader.streams(), runs, networks));
      }
    } while (step % stepsPerEpoch > 0 && updates.active() > 0);
    tellOf(epoch);
  }

  private void tellOf(int epoch) {
    long trials = runs.stream().filter(run -> run.trial().epochs() > epoch).count();
    context.progress().epochDone((int) trials);
  }

  private List<Trained> inThePacksOrder(List<Trained> longestFirst) {
    return IntStream.range(0, longestFirst.size())
        .mapToObj(place -> longestFirst.get(places.indexOf(place)))
        .toList();
  }

  private void stopThoseWhoseTimeIsUp() {
    time.charge(runs);
    for (TrialState run : runs) {
      if (run.active() && time.isUp(run)) {
        double limit = context.limit().toNanos() / 1e9;
        run.fail(Failure.TIMEOUT, step, "training took longer than its limit, " + limit + " s");
      }
    }
  }
}
