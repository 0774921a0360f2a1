package dev.sieve.train;

import dev.sieve.data.Inputs;
import dev.sieve.kernel.Rows;
import dev.sieve.net.Network;
import dev.sieve.net.PackedNetworks;
import dev.sieve.net.Topology;
import dev.sieve.net.Weights;
import dev.sieve.sample.RandomStream;
import dev.sieve.sample.Streams;
import dev.sieve.space.Augmentation;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import dev.sieve.trial.EarlyStopping;
import dev.sieve.trial.Ensemble;
import dev.sieve.trial.Evaluation.TrainMetrics;
import dev.sieve.trial.Failure;
import dev.sieve.trial.Metrics;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * The training of one pack, from fresh weights to its results. All trials share batch size, repeat
 * and epochs; each keeps its own state, and one that fails or diverges leaves the others as they
 * are. Confined to one thread.
 */
final class PackTraining {
  private final TrainingData data;
  private final TrainingSettings settings;
  private final Conditions conditions;
  private final int batch;
  private final int repeat;
  private final int epochs;
  private final List<TrialRun> runs = new ArrayList<>();
  private final PackedNetworks networks;
  private final BatchLoader loader;
  private final Evaluator evaluator;
  private final TimeShares time;
  private final Rows x;
  private final int[] labels;
  private long step;

  PackTraining(
      TrainingData data, TrainingSettings settings, List<Trial> trials, Conditions conditions) {
    this.data = data;
    this.settings = settings;
    this.conditions = conditions;
    this.batch = trials.get(0).hyperparameters().batchSize();
    this.repeat = trials.get(0).repeat();
    this.epochs = trials.get(0).epochs();
    int inputs = data.pool().width();
    List<Network> members = trials.stream().map(trial -> network(trial.hyperparameters())).toList();
    this.networks = new PackedNetworks(members, Math.max(batch, Evaluator.BATCH));
    for (int k = 0; k < trials.size(); k++) {
      runs.add(new TrialRun(k, trials.get(k), data.trainRows().length));
      networks.set(k, firstWeights(members.get(k).topology(), trials.get(k)));
    }
    Augmentation augmentation = trials.get(0).hyperparameters().augmentation();
    this.loader = new BatchLoader(data.pool(), augmentation, settings.seed(), repeat, batch);
    this.evaluator = new Evaluator(networks, inputs);
    this.time =
        new TimeShares(
            conditions.limit(), members.stream().map(Network::topology).toList(), System::nanoTime);
    this.x = new Rows(batch, inputs);
    this.labels = new int[batch];
  }

  private Network network(Hyperparameters chosen) {
    return new Network(
        new Topology(data.pool().width(), chosen.hidden(), data.classes()),
        chosen.objective(),
        chosen.optimizer(),
        chosen.dropout());
  }

  private Weights firstWeights(Topology topology, Trial trial) {
    Weights weights = new Weights(topology);
    Initialization initialization = trial.hyperparameters().initialization();
    String configuration = trial.hyperparameters().configuration();
    for (int l = 0; l < topology.layers(); l++) {
      RandomStream stream = Streams.of(settings.seed(), "weights", repeat, configuration, l);
      int fanIn = topology.fanIn(l);
      weights.fill(
          l, () -> initialization.weight(fanIn, stream), () -> initialization.bias(stream));
    }
    return weights;
  }

  /** Trains to the end of the budget, and returns the results in the order of the trials. */
  List<Trained> run() {
    int stepsPerEpoch = data.trainRows().length / batch;
    long lastStep = (long) stepsPerEpoch * epochs;
    int interval = settings.evaluation().interval();
    long every = interval == 0 ? stepsPerEpoch : interval;
    measure(0, false);
    for (int epoch = 0; epoch < epochs && anyActive(); epoch++) {
      int[] order = loader.begin(epoch, data.trainRows());
      for (TrialRun run : runs) {
        run.begin(Streams.of(settings.seed(), "dropout", repeat, run.configuration(), epoch));
      }
      for (int b = 0; b < stepsPerEpoch && anyActive(); b++) {
        update(order, b * batch);
        stopThoseWhoseTimeIsUp();
        if (step % every == 0 || step == lastStep) {
          measure((double) step / stepsPerEpoch, step == lastStep);
        }
        if (settings.evaluation().cycleEnsemble()) {
          takeSnapshots();
        }
      }
      conditions.progress().epochDone(runs.size());
    }
    return finish();
  }

  private boolean anyActive() {
    return runs.stream().anyMatch(TrialRun::active);
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
        diverged(run, "loss of a batch was " + loss + " nats per image before update " + step);
      }
    } catch (Throwable e) { // an Error that left a Spark task would end a local driver
      run.fail(Failures.cause(e), step, Failures.message(e));
    }
  }

  private void diverged(TrialRun run, String what) {
    run.fail(Failure.DIVERGED, step, what + ", the limit is " + settings.divergedLoss());
  }

  /** Adds a point to the learning curve of every active member. */
  private void measure(double epoch, boolean last) {
    List<TrialRun> active = runs.stream().filter(TrialRun::active).toList();
    boolean exact = last || settings.evaluation().train() == TrainMetrics.EXACT;
    List<Metrics> train = exact ? over(data.trainRows(), active) : running(active);
    List<Metrics> validation = over(data.validationRows(), active);
    boolean tested = exact && step == 0 && settings.evaluation().reportTest();
    List<Metrics> test = tested ? over(data.test(), data.testRows(), active) : List.of();
    for (int i = 0; i < active.size(); i++) {
      TrialRun run = active.get(i);
      double loss = validation.get(i).loss();
      if (loss <= Double.MAX_VALUE) {
        run.measured(step, epoch, train.get(i), validation.get(i), tested ? test.get(i) : null);
        stopEarly(run, validation.get(i));
      } else {
        diverged(run, "validation loss was " + loss + " nats per image after update " + step);
      }
    }
  }

  private void stopEarly(TrialRun run, Metrics validation) {
    EarlyStopping rule = settings.evaluation().earlyStopping();
    if (rule.applies()) {
      run.stops(rule, step, validation, () -> networks.weights(run.index()));
    }
  }

  /** Adds the networks whose cycle ends here to their ensembles. */
  private void takeSnapshots() {
    for (TrialRun run : runs) {
      if (run.active() && run.endsCycle(step)) {
        run.validationSnapshots(data.validationRows().length, data.classes())
            .add(probabilities(data.pool(), data.validationRows(), run));
        if (settings.evaluation().reportTest()) {
          run.testSnapshots(data.testRows().length, data.classes())
              .add(probabilities(data.test(), data.testRows(), run));
        }
      }
    }
  }

  private float[] probabilities(Inputs images, int[] rows, TrialRun run) {
    return evaluator.probabilities(images, rows, data.classes(), run.index());
  }

  /** Puts the network of its best measurement in place of the last one, and measures it. */
  private void takeBest() {
    List<TrialRun> sound = runs.stream().filter(TrialRun::sound).toList();
    sound.forEach(run -> networks.set(run.index(), run.best()));
    List<Metrics> train = over(data.trainRows(), sound);
    List<Metrics> validation = over(data.validationRows(), sound);
    for (int i = 0; i < sound.size(); i++) {
      sound.get(i).remeasured(train.get(i), validation.get(i));
    }
  }

  private Ensemble ensemble(TrialRun run) {
    Snapshots validation = run.validationSnapshots();
    if (validation == null) {
      return null;
    }
    Snapshots test = run.testSnapshots();
    return new Ensemble(
        validation.networks(),
        validation.metrics(labels(data.pool(), data.validationRows())),
        test == null ? null : test.metrics(labels(data.test(), data.testRows())));
  }

  private static int[] labels(Inputs images, int[] rows) {
    return Arrays.stream(rows).map(images::label).toArray();
  }

  /**
   * Returns the means over the batches since the last measurement, null before the first update.
   */
  private List<Metrics> running(List<TrialRun> active) {
    List<Metrics> metrics = new ArrayList<>();
    for (TrialRun run : active) {
      metrics.add(run.take(run.running(), networks.sumOfSquares(run.index())));
    }
    return metrics;
  }

  private List<Metrics> over(int[] rows, List<TrialRun> active) {
    return over(data.pool(), rows, active);
  }

  private List<Metrics> over(Inputs images, int[] rows, List<TrialRun> active) {
    evaluator.evaluate(images, rows, active);
    return taken(active);
  }

  private List<Metrics> taken(List<TrialRun> active) {
    List<Metrics> metrics = new ArrayList<>();
    for (TrialRun run : active) {
      metrics.add(run.take(run.tally(), networks.sumOfSquares(run.index())));
    }
    return metrics;
  }

  private List<Trained> finish() {
    if (settings.evaluation().earlyStopping().applies()) {
      takeBest();
    }
    List<TrialRun> sound = runs.stream().filter(TrialRun::sound).toList();
    if (settings.evaluation().reportTest()) {
      evaluator.evaluate(data.test(), data.testRows(), sound);
    }
    return runs.stream().map(this::trained).toList();
  }

  private Trained trained(TrialRun run) {
    if (!run.sound()) {
      return Trained.without(run.result(step, null, null), run.failureMessage());
    }
    Metrics test = run.take(run.tally(), networks.sumOfSquares(run.index()));
    return new Trained(
        run.result(step, test, ensemble(run)),
        null,
        settings.keepWeights() ? networks.weights(run.index()) : null,
        settings.keepProbabilities()
            ? probabilities(data.pool(), data.validationRows(), run)
            : null,
        settings.keepProbabilities() && settings.evaluation().reportTest()
            ? probabilities(data.test(), data.testRows(), run)
            : null);
  }
}
