package dev.sieve.driver.conf;

import dev.sieve.space.AugmentationSpace;
import dev.sieve.space.Candidate;
import dev.sieve.space.Domain;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.LearningRateSchedule;
import dev.sieve.space.ScheduleSpace;
import dev.sieve.space.SearchSpace;
import java.util.List;
import java.util.function.Function;

/**
 * The space of a narrowed stage, axis by axis.
 *
 * @param space the stage's, as the conf has it
 * @param searched that of the stage that it is narrowed from
 * @param best of the trials there
 */
record NarrowedSpace(
    Narrowing narrowing, SearchSpace space, SearchSpace searched, List<Candidate> best) {

  SearchSpace toSpace() {
    return new SearchSpace(
        axis(Axis.L2, SearchSpace::l2, Hyperparameters::l2),
        schedule(),
        axis(Axis.BATCH_SIZE, SearchSpace::batchSize, Hyperparameters::batchSize),
        axis(Axis.HIDDEN, SearchSpace::hidden, Hyperparameters::hidden),
        axis(Axis.INITIALIZATION, SearchSpace::initialization, Hyperparameters::initialization),
        axis(Axis.OBJECTIVE, SearchSpace::objective, h -> h.objective().smoothed(0)),
        axis(
            Axis.LABEL_SMOOTHING, SearchSpace::labelSmoothing, h -> h.objective().labelSmoothing()),
        axis(Axis.OPTIMIZER, SearchSpace::optimizer, Hyperparameters::optimizer),
        axis(Axis.DROPOUT, SearchSpace::dropout, Hyperparameters::dropout),
        augmentation(),
        of(Axis.EPOCHS, SearchSpace::epochs, Candidate::epochs));
  }

  private AugmentationSpace augmentation() {
    return new AugmentationSpace(
        axis(Axis.FLIP, s -> s.augmentation().flip(), h -> h.augmentation().flip()),
        axis(Axis.SHIFT, s -> s.augmentation().shift(), h -> h.augmentation().shift()),
        axis(Axis.SHIFT_FILL, s -> s.augmentation().fill(), h -> h.augmentation().fill()),
        axis(Axis.NOISE, s -> s.augmentation().noise(), h -> h.augmentation().noise()),
        axis(Axis.INPUT_DROPOUT, s -> s.augmentation().dropout(), h -> h.augmentation().dropout()));
  }

  /** Of another shape than the schedules that were searched, it is the stage's own altogether. */
  private ScheduleSpace schedule() {
    Axis largest = ScheduleKeys.largest(space.schedule().shape());
    return new ScheduleSpace(
        space.schedule().shape(),
        number(largest, ScheduleSpace::eta, LearningRateSchedule::etaMax),
        number(Axis.ETA_MIN, ScheduleSpace::etaMin, LearningRateSchedule::etaMin),
        number(Axis.HALF_CYCLE, ScheduleSpace::halfCycle, LearningRateSchedule::halfCycle),
        number(Axis.DECAY_FACTOR, ScheduleSpace::decayFactor, LearningRateSchedule::decayFactor),
        number(Axis.DECAY_EVERY, ScheduleSpace::decayEvery, LearningRateSchedule::decayEvery));
  }

  /** Narrows a number of a schedule, if schedules of this shape have it. */
  private <T> Domain<T> number(
      Axis axis,
      Function<ScheduleSpace, Domain<T>> domain,
      Function<LearningRateSchedule, T> value) {
    return ScheduleKeys.axes(space.schedule().shape()).contains(axis)
        ? axis(axis, s -> domain.apply(s.schedule()), h -> value.apply(h.schedule()))
        : domain.apply(space.schedule());
  }

  private <T> Domain<T> axis(
      Axis axis, Function<SearchSpace, Domain<T>> domain, Function<Hyperparameters, T> value) {
    return of(axis, domain, candidate -> value.apply(candidate.hyperparameters()));
  }

  private <T> Domain<T> of(
      Axis axis, Function<SearchSpace, Domain<T>> domain, Function<Candidate, T> value) {
    return narrowing.own().contains(axis)
        ? domain.apply(space)
        : domain.apply(searched).narrowed(best.stream().map(value).toList(), narrowing.margin());
  }
}
