package dev.sieve.train;

import dev.sieve.data.input.Inputs;
import dev.sieve.net.MetricSums;
import dev.sieve.net.Weights;
import dev.sieve.net.pack.PackedNetworks;
import dev.sieve.train.state.Divergence;
import dev.sieve.train.state.Snapshots;
import dev.sieve.train.state.TrialState;
import dev.sieve.trial.EarlyStopping;
import dev.sieve.trial.Ensemble;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Evaluation.TrainMetrics;
import dev.sieve.trial.Metrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures the members of a pack at the points of their learning curves, ends those whose budget is
 * used up, and makes the results.
 */
final class Measurements {
  private final TrainingData data;
  private final TrainingSettings settings;
  private final Evaluation evaluation;
  private final List<TrialState> states;
  private final PackedNetworks networks;
  private final Evaluator evaluator;
  private final int stepsPerEpoch;
  private final boolean tests;

  Measurements(
      TrainingData data,
      TrainingSettings settings,
      List<TrialState> states,
      PackedNetworks networks,
      Evaluator evaluator,
      int stepsPerEpoch) {
    this.data = data;
    this.settings = settings;
    this.evaluation = settings.evaluation();
    this.states = states;
    this.networks = networks;
    this.evaluator = evaluator;
    this.stepsPerEpoch = stepsPerEpoch;
    this.tests = evaluation.reportTest() && data.test().count() > 0;
  }

  /** Measures, and ends trials, where that is due after {@code step} updates. */
  void after(long step) {
    if (isPoint(step) || anyEndsAt(step)) {
      measure(
          step, active().stream().filter(state -> isPoint(step) || state.endsAt(step)).toList());
    }
    if (evaluation.cycleEnsemble() && step > 0) {
      takeSnapshots(step);
    }
    if (anyEndsAt(step)) {
      active().stream().filter(state -> state.endsAt(step)).forEach(state -> state.end(step));
    }
    if (step % stepsPerEpoch == 0) { // legs are whole epochs
      pause(step, active().stream().filter(state -> state.pausesAt(step)).toList());
    }
  }

  /**
   * Ends the legs of {@code members}, which are at a rung. That adds no point to their learning
   * curves and clears no sums: those that go on must not differ from trials that never stopped.
   */
  private void pause(long step, List<TrialState> members) {
    List<Metrics> validation =
        isPoint(step)
            ? members.stream().map(state -> state.history().validation()).toList()
            : over(data.pool(), data.validationRows(), members);
    for (int i = 0; i < members.size(); i++) {
      if (isSound(validation.get(i))) {
        members.get(i).pause(step, validation.get(i));
      } else {
        diverged(members.get(i), step, validation.get(i));
      }
    }
  }

  private boolean isPoint(long step) {
    int interval = evaluation.interval();
    return step % (interval == 0 ? stepsPerEpoch : interval) == 0;
  }

  private boolean anyEndsAt(long step) {
    for (TrialState state : states) {
      if (state.active() && state.endsAt(step)) {
        return true;
      }
    }
    return false;
  }

  private List<TrialState> active() {
    return states.stream().filter(TrialState::active).toList();
  }

  /** Adds a point to the learning curves of {@code members}. */
  private void measure(long step, List<TrialState> members) {
    List<TrialState> exact = members.stream().filter(state -> isExact(state, step)).toList();
    evaluator.evaluate(data.pool(), data.trainRows(), exact);
    List<Metrics> train = new ArrayList<>();
    for (TrialState state : members) {
      train.add(
          metrics(
              state,
              isExact(state, step) ? state.history().measuring() : state.history().running()));
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
    return members.stream().map(state -> metrics(state, state.history().measuring())).toList();
  }

  /** Returns whether the networks are untrained, and measured on test images, too. */
  private boolean isUntrained(long step) {
    return step == 0 && evaluation.train() == TrainMetrics.EXACT && tests;
  }

  /** Returns whether its training metrics are over all images, not the means of its batches. */
  private boolean isExact(TrialState state, long step) {
    return evaluation.train() == TrainMetrics.EXACT || state.endsAt(step);
  }

  /** Returns what {@code sums} amount to, null before the first update, and clears them. */
  private Metrics metrics(TrialState state, MetricSums sums) {
    return state.take(sums, networks.sumOfSquares(state.index()));
  }

  private void measured(
      TrialState state, long step, Metrics train, Metrics validation, Metrics test) {
    if (!isSound(validation)) {
      diverged(state, step, validation);
      return;
    }
    state.measured(step, (double) step / stepsPerEpoch, train, validation, test);
    EarlyStopping rule = evaluation.earlyStopping();
    if (rule.applies()) {
      state.stopEarly(
          rule, step, evaluation.metric().worth(validation), () -> networks.weights(state.index()));
    }
  }

  private static boolean isSound(Metrics validation) {
    return validation.loss() <= Double.MAX_VALUE;
  }

  private void diverged(TrialState state, long step, Metrics validation) {
    state.diverged(Divergence.ofValidation(validation.loss(), step, settings.divergedLoss()), step);
  }

  /** Adds the networks whose cycle ends here to their ensembles. */
  private void takeSnapshots(long step) {
    for (TrialState state : states) {
      if (state.active() && state.endsCycle(step)) {
        state
            .history()
            .validationSnapshots(data.validationRows().length, data.classes())
            .add(probabilities(data.pool(), data.validationRows(), state));
        if (tests) {
          state
              .history()
              .testSnapshots(data.testRows().length, data.classes())
              .add(probabilities(data.test(), data.testRows(), state));
        }
      }
    }
  }

  private float[] probabilities(Inputs images, int[] rows, TrialState state) {
    return evaluator.probabilities(images, rows, data.classes(), state.index());
  }

  /** Returns the results of all members, once each has ended or failed. */
  List<Trained> results() {
    List<TrialState> sound =
        states.stream().filter(state -> state.sound() && !state.paused()).toList();
    if (evaluation.earlyStopping().applies()) {
      takeBest(sound);
    }
    if (tests) {
      evaluator.evaluate(data.test(), data.testRows(), sound);
    }
    return states.stream().map(this::trained).toList();
  }

  /** Puts the network of its best measurement in place of the last one, and measures it. */
  private void takeBest(List<TrialState> sound) {
    sound.forEach(state -> networks.set(state.index(), state.history().best().network()));
    List<Metrics> train = over(data.pool(), data.trainRows(), sound);
    List<Metrics> validation = over(data.pool(), data.validationRows(), sound);
    for (int i = 0; i < sound.size(); i++) {
      sound.get(i).history().replaceMetrics(train.get(i), validation.get(i));
    }
  }

  private Trained trained(TrialState state) {
    if (!state.sound() || state.paused()) {
      return Trained.without(state.result(null, null), state.failureMessage());
    }
    return new Trained(
        state.result(metrics(state, state.history().measuring()), ensemble(state)),
        null,
        settings.keepWeights() ? weights(state) : null,
        settings.keepProbabilities()
            ? probabilities(data.pool(), data.validationRows(), state)
            : null,
        settings.keepProbabilities() && tests
            ? probabilities(data.test(), data.testRows(), state)
            : null);
  }

  private Weights weights(TrialState state) {
    Weights trained = networks.weights(state.index());
    return data.components()
        .map(components -> ComponentWeights.onAllInputs(components, trained))
        .orElse(trained);
  }

  private Ensemble ensemble(TrialState state) {
    Snapshots validation = state.history().validationSnapshots();
    if (validation == null) {
      return null;
    }
    Snapshots test = state.history().testSnapshots();
    return new Ensemble(
        validation.networks(),
        validation.metrics(labels(data.pool(), data.validationRows())),
        test == null ? null : test.metrics(labels(data.test(), data.testRows())));
  }

  private static int[] labels(Inputs images, int[] rows) {
    return Arrays.stream(rows).map(images::label).toArray();
  }
}
