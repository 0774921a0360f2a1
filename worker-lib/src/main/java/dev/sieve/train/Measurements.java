package dev.sieve.train;

import dev.sieve.net.pack.PackedNetworks;
import dev.sieve.train.state.Divergence;
import dev.sieve.train.state.TrialState;
import dev.sieve.trial.Averaging;
import dev.sieve.trial.EarlyStopping;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Evaluation.TrainMetrics;
import dev.sieve.trial.Metrics;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the members of a pack at the points of their learning curves, and ends those whose
 * budget is used up.
 */
final class Measurements {
  private final TrainingSettings settings;
  private final Evaluation evaluation;
  private final List<TrialState> states;
  private final PackedNetworks networks;
  private final PackMetrics metrics;
  private final int stepsPerEpoch;

  Measurements(
      TrainingSettings settings,
      List<TrialState> states,
      PackedNetworks networks,
      PackMetrics metrics,
      int stepsPerEpoch) {
    this.settings = settings;
    this.evaluation = settings.evaluation();
    this.states = states;
    this.networks = networks;
    this.metrics = metrics;
    this.stepsPerEpoch = stepsPerEpoch;
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
    if (evaluation.averaging().applies() && step > 0) {
      average(step);
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
            : metrics.validation(members);
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
    metrics.addTrain(exact);
    List<Metrics> train = new ArrayList<>();
    for (TrialState state : members) {
      train.add(
          metrics.metrics(
              state,
              isExact(state, step) ? state.history().measuring() : state.history().running()));
    }
    List<Metrics> validation = metrics.validation(members);
    List<Metrics> test = isUntrained(step) ? metrics.test(members) : null;
    for (int i = 0; i < members.size(); i++) {
      Metrics tested = test == null ? null : test.get(i);
      measured(members.get(i), step, train.get(i), validation.get(i), tested);
    }
  }

  /** Returns whether the networks are untrained, and measured on test images, too. */
  private boolean isUntrained(long step) {
    return step == 0 && evaluation.train() == TrainMetrics.EXACT && metrics.tests();
  }

  /** Returns whether its training metrics are over all images, not the means of its batches. */
  private boolean isExact(TrialState state, long step) {
    return evaluation.train() == TrainMetrics.EXACT || state.endsAt(step);
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

  /** Adds networks to the averages of their trials. */
  private void average(long step) {
    for (TrialState state : states) {
      if (state.active() && isAveraged(state, step)) {
        state.history().addToAverage(networks.weights(state.index()));
      }
    }
  }

  private boolean isAveraged(TrialState state, long step) {
    Averaging averaging = evaluation.averaging();
    return averaging.of() == Averaging.Of.CYCLES
        ? state.endsCycle(step)
        : state.endsOneOfLast(averaging.epochs(), step);
  }

  /** Adds the networks whose cycle ends here to their ensembles. */
  private void takeSnapshots(long step) {
    for (TrialState state : states) {
      if (state.active() && state.endsCycle(step)) {
        state.history().addCycle(metrics.outputs(state), metrics.classes());
      }
    }
  }
}
