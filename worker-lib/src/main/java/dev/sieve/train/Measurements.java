package dev.sieve.train;

import dev.sieve.data.Inputs;
import dev.sieve.net.PackedNetworks;
import dev.sieve.trial.EarlyStopping;
import dev.sieve.trial.Ensemble;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Evaluation.TrainMetrics;
import dev.sieve.trial.Metrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is measured of a pack: points of its trials' learning curves, snapshots of their cycles, and
 * their results. Confined to one thread.
 */
final class Measurements {
  private final TrainingData data;
  private final TrainingSettings settings;
  private final Evaluation evaluation;
  private final PackedNetworks networks;
  private final Evaluator evaluator;

  Measurements(TrainingData data, TrainingSettings settings, PackedNetworks networks) {
    this.data = data;
    this.settings = settings;
    this.evaluation = settings.evaluation();
    this.networks = networks;
    this.evaluator = new Evaluator(networks, data.pool().width());
  }

  /**
   * Adds a point to the learning curve of each of {@code active}; one that has diverged fails.
   *
   * @param step updates so far, {@code epoch} the same in epochs
   * @param last whether the training ends here
   */
  void measure(List<TrialRun> active, long step, double epoch, boolean last) {
    boolean exact = last || evaluation.train() == TrainMetrics.EXACT;
    List<Metrics> train = exact ? over(data.trainRows(), active) : running(active);
    List<Metrics> validation = over(data.validationRows(), active);
    for (int i = 0; i < active.size(); i++) {
      TrialRun run = active.get(i);
      double loss = validation.get(i).loss();
      if (loss <= Double.MAX_VALUE) {
        run.measured(step, epoch, train.get(i), validation.get(i));
        stopEarly(run, step, validation.get(i));
      } else {
        String what = "validation loss was " + loss + " nats per image after update " + step;
        run.diverge(step, what, settings.divergedLoss());
      }
    }
  }

  private void stopEarly(TrialRun run, long step, Metrics validation) {
    EarlyStopping rule = evaluation.earlyStopping();
    if (rule.applies()) {
      run.stops(rule, step, validation, () -> networks.weights(run.index()));
    }
  }

  /** Adds the networks of {@code active} whose cycle ends after {@code step} to their ensembles. */
  void takeSnapshots(List<TrialRun> active, long step) {
    for (TrialRun run : active) {
      if (run.endsCycle(step)) {
        run.validationSnapshots(data.validationRows().length, data.classes())
            .add(probabilities(data.pool(), data.validationRows(), run));
        if (evaluation.reportTest()) {
          run.testSnapshots(data.testRows().length, data.classes())
              .add(probabilities(data.test(), data.testRows(), run));
        }
      }
    }
  }

  /**
   * Returns what {@code runs}, all members of the pack, have come to after {@code step} updates.
   */
  List<Trained> results(List<TrialRun> runs, long step) {
    List<TrialRun> sound = runs.stream().filter(TrialRun::sound).toList();
    if (evaluation.earlyStopping().applies()) {
      takeBest(sound);
    }
    if (evaluation.reportTest()) {
      evaluator.evaluate(data.test(), data.testRows(), sound);
    }
    return runs.stream().map(run -> trained(run, step)).toList();
  }

  /** Puts the network of its best measurement in place of the last one, and measures it. */
  private void takeBest(List<TrialRun> sound) {
    sound.forEach(run -> networks.set(run.index(), run.best()));
    List<Metrics> train = over(data.trainRows(), sound);
    List<Metrics> validation = over(data.validationRows(), sound);
    for (int i = 0; i < sound.size(); i++) {
      sound.get(i).remeasured(train.get(i), validation.get(i));
    }
  }

  private Trained trained(TrialRun run, long step) {
    if (!run.sound()) {
      return Trained.without(run.result(step, null, null), run.failureMessage());
    }
    Metrics test = run.take(run.tally(), networks.sumOfSquares(run.index()));
    return new Trained(
        run.result(step, test, ensemble(run)),
        null,
        settings.keepWeights() ? networks.weights(run.index()) : null,
        settings.keepProbabilities() ? probabilities(data.test(), data.testRows(), run) : null);
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

  private float[] probabilities(Inputs images, int[] rows, TrialRun run) {
    return evaluator.probabilities(images, rows, data.classes(), run.index());
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
    evaluator.evaluate(data.pool(), rows, active);
    List<Metrics> metrics = new ArrayList<>();
    for (TrialRun run : active) {
      metrics.add(run.take(run.tally(), networks.sumOfSquares(run.index())));
    }
    return metrics;
  }
}
