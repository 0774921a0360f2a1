package dev.sieve.driver.conf;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import dev.sieve.space.AugmentationSpace;
import dev.sieve.space.Candidate;
import dev.sieve.space.Domain;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.LearningRateSchedule;
import dev.sieve.space.ScheduleSpace;
import dev.sieve.space.SearchSpace;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * How a stage's space is narrowed to what an earlier stage found.
 *
 * @param from name of that stage
 * @param best how many of its best trials the space is narrowed to
 * @param margin share of a domain's width that is added on both sides of what they span
 * @param own what the narrowed stage itself sets or searches: taken as it stands, since the best
 *     trials say nothing about it
 */
public record Narrowing(String from, int best, double margin, Set<Axis> own) {

  public Narrowing {
    requireNonNull(from, "from is null");
    check(best >= 1, "best must be >= 1, but was %d", best);
    check(
        0 <= margin && margin < Double.POSITIVE_INFINITY,
        "margin must be finite and >= 0, but was %s",
        margin);
    own = Set.copyOf(own);
  }

  /** Returns {@code space}, the stage's as the conf has it, narrowed to {@code candidates}. */
  public SearchSpace applyTo(SearchSpace space, List<Candidate> candidates) {
    List<Hyperparameters> best = candidates.stream().map(Candidate::hyperparameters).toList();
    return new SearchSpace(
        narrowed(Axis.L2, space.l2(), best, Hyperparameters::l2),
        narrowed(space.schedule(), best),
        narrowed(Axis.BATCH_SIZE, space.batchSize(), best, Hyperparameters::batchSize),
        narrowed(Axis.HIDDEN, space.hidden(), best, Hyperparameters::hidden),
        narrowed(
            Axis.INITIALIZATION, space.initialization(), best, Hyperparameters::initialization),
        narrowed(Axis.OBJECTIVE, space.objective(), best, h -> h.objective().smoothed(0)),
        narrowed(
            Axis.LABEL_SMOOTHING,
            space.labelSmoothing(),
            best,
            h -> h.objective().labelSmoothing()),
        narrowed(Axis.OPTIMIZER, space.optimizer(), best, Hyperparameters::optimizer),
        narrowed(Axis.DROPOUT, space.dropout(), best, Hyperparameters::dropout),
        narrowed(space.augmentation(), best),
        narrowed(Axis.EPOCHS, space.epochs(), candidates, Candidate::epochs));
  }

  private AugmentationSpace narrowed(AugmentationSpace space, List<Hyperparameters> best) {
    return new AugmentationSpace(
        narrowed(Axis.FLIP, space.flip(), best, h -> h.augmentation().flip()),
        narrowed(Axis.SHIFT, space.shift(), best, h -> h.augmentation().shift()),
        narrowed(Axis.SHIFT_FILL, space.fill(), best, h -> h.augmentation().fill()),
        narrowed(Axis.NOISE, space.noise(), best, h -> h.augmentation().noise()),
        narrowed(Axis.INPUT_DROPOUT, space.dropout(), best, h -> h.augmentation().dropout()));
  }

  private ScheduleSpace narrowed(ScheduleSpace space, List<Hyperparameters> best) {
    return new ScheduleSpace(
        space.shape(),
        narrowed(
            ScheduleKeys.largest(space.shape()), space.eta(), best, h -> h.schedule().etaMax()),
        narrowed(Axis.ETA_MIN, space, space.etaMin(), best, LearningRateSchedule::etaMin),
        narrowed(Axis.HALF_CYCLE, space, space.halfCycle(), best, LearningRateSchedule::halfCycle),
        narrowed(
            Axis.DECAY_FACTOR, space, space.decayFactor(), best, LearningRateSchedule::decayFactor),
        narrowed(
            Axis.DECAY_EVERY, space, space.decayEvery(), best, LearningRateSchedule::decayEvery));
  }

  /** Narrows a number of a schedule, if schedules of this shape have it. */
  private <T> Domain<T> narrowed(
      Axis axis,
      ScheduleSpace space,
      Domain<T> domain,
      List<Hyperparameters> best,
      Function<LearningRateSchedule, T> value) {
    return ScheduleKeys.axes(space.shape()).contains(axis)
        ? narrowed(axis, domain, best, h -> value.apply(h.schedule()))
        : domain;
  }

  private <T, C> Domain<T> narrowed(
      Axis axis, Domain<T> domain, List<C> best, Function<C, T> value) {
    return own.contains(axis) ? domain : domain.narrowed(best.stream().map(value).toList(), margin);
  }
}
