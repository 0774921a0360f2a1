package dev.sieve.train;

import dev.sieve.data.input.Inputs;
import dev.sieve.net.MetricSums;
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
 * Measures the members of a pack where their learning curves have points, ends those whose budget
 * is used up, and makes the results.
 */
final class Measurements {
  private final TrainingData data;
  private final TrainingSettings settings;
  private final Evaluation evaluation;
  private final List<TrialState> runs;
  private final PackedNetworks networks;
  private final Evaluator evaluator;
  private final int stepsPerEpoch;

  Measurements(
      TrainingData data,
      TrainingSettings settings,
      List<TrialState> runs,
      PackedNetworks networks,
      Evaluator evaluator,
      int stepsPerEpoch) {
    this.data = data;
    this.settings = settings;
    this.evaluation = settings.evaluation();
    this.runs = runs;
    this.networks = networks;
    this.evaluator = evaluator;
    this.stepsPerEpoch = stepsPerEpoch;
  }

  /** Does what is to be done after {@code step} updates; allocates only where that is something. */
  void after(long step) {
    if (isPoint(step) || anyEndsAt(step)) {
      measure(step, active().stream().filter(r -> isPoint(step) || r.endsAt(step)).toList());
    }
    if (evaluation.cycleEnsemble() && step > 0) {
      takeSnapshots(step);
    }
    if (anyEndsAt(step)) {
      active().stream().filter(run -> run.endsAt(step)).forEach(run -> run.end(step));
    }
  }

  private boolean isPoint(long step) {
    int interval = evaluation.interval();
    return step % (interval == 0 ? stepsPerEpoch : interval) == 0;
  }

  private boolean anyEndsAt(long step) {
    for (TrialState run : runs) {
      if (run.active() && run.endsAt(step)) {
        return true;
      }
    }
    return false;
  }

  private List<TrialState> active() {
    return runs.stream().filter(TrialState::active).toList();
  }

  /** Adds a point to the learning curves of {@code members}. */
  private void measure(long step, List<TrialState> members) {
    List<TrialState> exact = members.stream().filter(run -> isExact(run, step)).toList();
    evaluator.evaluate(data.pool(), data.trainRows(), exact);
    List<Metrics> train = new ArrayList<>();
    for (TrialState run : members) {
      train.add(metrics(run, isExact(run, step) ? run.record().tally() : run.record().running()));
    }
    List<Metrics> validation = over(data.pool(), data.validationRows(), members);
    List<Metrics> test = isUntrained(step) ? over(data.test(), data.testRows(), members) : null;
    for (int i = 0; i < members.size(); i++) {
      Metrics tested = test == null ? null : test.get(i);
      measured(members.get(i), step, train.get(i), validation.get(i), tested);
    }
  }

  private List<Metrics> over(Inputs images, int[] rows, List<TrialState> members) {
    evaluator.evaluate(images, rows, members);
    return members.stream().map(run -> metrics(run, run.record().tally())).toList();
  }

  /** Returns whether the networks are untrained, and measured on test images, too. */
  private boolean isUntrained(long step) {
    return step == 0 && evaluation.train() == TrainMetrics.EXACT && evaluation.reportTest();
  }

  /** Returns whether its training metrics are over all images, not the means of its batches. */
  private boolean isExact(TrialState run, long step) {
    return evaluation.train() == TrainMetrics.EXACT || run.endsAt(step);
  }

  /** Returns what {@code tally} comes to, null before the first update, and clears it. */
  private Metrics metrics(TrialState run, MetricSums tally) {
    return run.take(tally, networks.sumOfSquares(run.index()));
  }

  private void measured(
      TrialState run, long step, Metrics train, Metrics validation, Metrics test) {
    if (!(validation.loss() <= Double.MAX_VALUE)) {
      run.diverged(
          "validation loss was " + validation.loss() + " nats per image after update ",
          step,
          settings.divergedLoss());
      return;
    }
    run.measured(step, (double) step / stepsPerEpoch, train, validation, test);
    EarlyStopping rule = evaluation.earlyStopping();
    if (rule.applies()) {
      run.stopEarly(rule, step, validation, () -> networks.weights(run.index()));
    }
  }

  /** Adds the networks whose cycle ends here to their ensembles. */
  private void takeSnapshots(long step) {
    for (TrialState run : runs) {
      if (run.active() && run.endsCycle(step)) {
        run.record()
            .validationSnapshots(data.validationRows().length, data.classes())
            .add(probabilities(data.pool(), data.validationRows(), run));
        if (evaluation.reportTest()) {
          run.record()
              .testSnapshots(data.testRows().length, data.classes())
              .add(probabilities(data.test(), data.testRows(), run));
        }
      }
    }
  }

  private float[] probabilities(Inputs images, int[] rows, TrialState run) {
    return evaluator.probabilities(images, rows, data.classes(), run.index());
  }

  /** Returns the results of all members, once each has ended or failed. */
  List<Trained> results() {
    List<TrialState> sound = runs.stream().filter(TrialState::sound).toList();
    if (evaluation.earlyStopping().applies()) {
      takeBest(sound);
    }
    if (evaluation.reportTest()) {
      evaluator.evaluate(data.test(), data.testRows(), sound);
    }
    return runs.stream().map(this::trained).toList();
  }

  /** Puts the network of its best measurement in place of the last one, and measures it. */
  private void takeBest(List<TrialState> sound) {
    sound.forEach(run -> networks.set(run.index(), run.record().best().network()));
    List<Metrics> train = over(data.pool(), data.trainRows(), sound);
    List<Metrics> validation = over(data.pool(), data.validationRows(), sound);
    for (int i = 0; i < sound.size(); i++) {
      sound.get(i).record().replaceMetrics(train.get(i), validation.get(i));
    }
  }

  private Trained trained(TrialState run) {
    if (!run.sound()) {
      return Trained.without(run.result(null, null), run.failureMessage());
    }
    return new Trained(
        run.result(metrics(run, run.record().tally()), ensemble(run)),
        null,
        settings.keepWeights() ? networks.weights(run.index()) : null,
        settings.keepProbabilities()
            ? probabilities(data.pool(), data.validationRows(), run)
            : null,
        settings.keepProbabilities() && evaluation.reportTest()
            ? probabilities(data.test(), data.testRows(), run)
            : null);
  }

  private Ensemble ensemble(TrialState run) {
    Snapshots validation = run.record().validationSnapshots();
    if (validation == null) {
      return null;
    }
    Snapshots test = run.record().testSnapshots();
    return new Ensemble(
        validation.networks(),
        validation.metrics(labels(data.pool(), data.validationRows())),
        test == null ? null : test.metrics(labels(data.test(), data.testRows())));
  }

  private static int[] labels(Inputs images, int[] rows) {
    return Arrays.stream(rows).map(images::label).toArray();
  }
}
