package dev.sieve.train;

import dev.sieve.team.Team;
import dev.sieve.train.state.TrainingTimes;
import dev.sieve.train.state.TrialState;
import dev.sieve.trial.Failure;
import dev.sieve.trial.TrainingTime;
import dev.sieve.trial.Trial;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * The training of one pack, from fresh weights or from a checkpoint, to its results. All trials
 * share batch size, repeat and augmentation; each keeps its own state, and one that fails, diverges
 * or ends leaves the others as they are. Longer trials stand before shorter ones, so that the
 * members still to train are always the first ones. For one thread, which its team helps.
 */
final class PackTraining {
  private final TrainingContext context;
  private final int batch;
  private final int stepsPerEpoch;
  private final List<Integer> places; // of the members, in the pack
  private final PackUpdates updates;
  private final List<TrialState> states; // longest first
  private final Measurements measurements;
  private final Endings endings;
  private final TimeShares time;
  private final TrainingTimes times;
  private long step;

  PackTraining(
      TrainingData data,
      TrainingSettings settings,
      List<Trial> trials,
      TrainingContext context,
      Team team) {
    this.context = context;
    this.times = new TrainingTimes(trials.size(), team.core(), System::currentTimeMillis);
    this.batch = trials.get(0).hyperparameters().batchSize();
    this.stepsPerEpoch = data.trainRows().length / batch;
    this.places =
        IntStream.range(0, trials.size())
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> trials.get(i).leg().until()).reversed())
            .toList();
    this.updates = new PackUpdates(data, settings, places.stream().map(trials::get).toList(), team);
    this.states = updates.states();
    Evaluator evaluator =
        new Evaluator(
            settings.engine().products(),
            updates.networks(),
            data.pool().width(),
            settings.evaluation().measuresClasses(),
            team);
    PackMetrics metrics =
        new PackMetrics(data, settings.evaluation(), updates.networks(), evaluator);
    this.measurements =
        new Measurements(settings, states, updates.networks(), metrics, stepsPerEpoch);
    this.endings = new Endings(data, settings, updates.networks(), metrics);
    this.time = new TimeShares(context.limit(), updates.networks().parameters(), System::nanoTime);
  }

  /**
   * Trains each trial to the end of its budget, and returns the results in the order of the trials.
   */
  List<Trained> run() {
    context.checkpoints().last().ifPresentOrElse(this::goOnFrom, () -> measurements.after(0));
    while (step < lastStep() && updates.active() > 0) {
      int epoch = (int) (step / stepsPerEpoch);
      updates.begin(epoch);
      finish(epoch);
    }
    times.note(states);
    return inOrderOfTrials(timed(endings.of(states)));
  }

  /** Returns after how many updates the longest trial, or its leg, ends. */
  private long lastStep() {
    return (long) stepsPerEpoch * states.get(0).trial().leg().until();
  }

  /**
   * Puts everything where it stood when {@code state} was saved, and goes on to the epoch's end.
   */
  private void goOnFrom(PackState state) {
    step = state.step();
    updates.restore(state);
    int epoch = (int) (step / stepsPerEpoch);
    for (int done = 0; done < epoch; done++) {
      report(done);
    }
    if (step % stepsPerEpoch > 0 && updates.active() > 0) {
      updates.resume(epoch, state.streams());
      finish(epoch);
    }
  }

  /** Trains to the end of {@code epoch}, which is under way. */
  private void finish(int epoch) {
    do {
      if (context.cancelled().getAsBoolean()) {
        throw new CancellationException("the training of the pack was cancelled");
      }
      updates.update(step, (int) (step % stepsPerEpoch) * batch);
      step++;
      stopOverdueTrials();
      measurements.after(step);
      times.note(states);
      if (context.checkpoints().isDue()) {
        context.checkpoints().save(updates.save(step));
      }
    } while (step % stepsPerEpoch > 0 && updates.active() > 0);
    keepPaused();
    report(epoch);
  }

  /**
   * Keeps the states of trials that have just reached their rung, each by itself, unless the rest
   * of their budget would have changed their learning rate from the beginning.
   */
  private void keepPaused() {
    for (TrialState state : states) {
      if (state.pausesAt(step)
          && state.paused()
          && !state.trial().hyperparameters().schedule().dependsOnBudget()) {
        context.checkpoints().paused(updates.save(step, state));
      }
    }
  }

  /** Reports the end of {@code epoch}, of the trials whose leg it is a part of. */
  private void report(int epoch) {
    long trials =
        states.stream()
            .map(state -> state.trial().leg())
            .filter(leg -> leg.from() <= epoch && epoch < leg.until())
            .count();
    context.progress().epochDone((int) trials);
  }

  private List<Trained> timed(List<Trained> trained) {
    List<TrainingTime> all = times.all();
    return IntStream.range(0, all.size())
        .mapToObj(place -> trained.get(place).in(all.get(place)))
        .toList();
  }

  private List<Trained> inOrderOfTrials(List<Trained> longestFirst) {
    return IntStream.range(0, longestFirst.size())
        .mapToObj(place -> longestFirst.get(places.indexOf(place)))
        .toList();
  }

  private void stopOverdueTrials() {
    time.charge(states);
    for (TrialState state : states) {
      if (state.active() && time.isUp(state)) {
        double limit = context.limit().toNanos() / 1e9;
        state.fail(Failure.TIMEOUT, step, "training took longer than its limit, " + limit + " s");
      }
    }
  }
}
