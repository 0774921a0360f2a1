package dev.sieve.driver.conf;

import dev.sieve.net.Optimizer;
import dev.sieve.net.SoftmaxCrossEntropy;
import dev.sieve.space.Augmentation;
import dev.sieve.space.AugmentationSpace;
import dev.sieve.space.Domain;
import dev.sieve.space.HalfCycle;
import dev.sieve.space.Initialization;
import dev.sieve.space.ScheduleShape;
import dev.sieve.space.ScheduleSpace;
import dev.sieve.space.SearchSpace;
import java.util.List;

/** Spaces in which few axes are told; the others have the defaults of a conf. */
final class Spaces {
  private Spaces() {}

  static SearchSpace of(
      Domain<Double> l2,
      ScheduleSpace schedule,
      Domain<Integer> batchSize,
      Domain<List<Integer>> hidden,
      Domain<Initialization> initialization,
      Domain<Integer> epochs) {
    return new SearchSpace(
        l2,
        schedule,
        batchSize,
        hidden,
        initialization,
        Domain.fixed(SoftmaxCrossEntropy.PLAIN),
        Domain.fixed(0.0),
        Domain.fixed(new Optimizer.Sgd()),
        Domain.fixed(0.0),
        new AugmentationSpace(
            Domain.fixed(0.0),
            Domain.fixed(0),
            Domain.fixed(Augmentation.Fill.ZERO),
            Domain.fixed(0.0),
            Domain.fixed(0.0)),
        epochs);
  }

  static ScheduleSpace constant(Domain<Double> eta) {
    return new ScheduleSpace(
        ScheduleShape.CONSTANT,
        eta,
        ScheduleSpace.ANY_ETA_MIN,
        ScheduleSpace.ANY_HALF_CYCLE,
        ScheduleSpace.ANY_DECAY_FACTOR,
        ScheduleSpace.ANY_DECAY_EVERY);
  }

  static ScheduleSpace triangular(
      Domain<Double> etaMin, Domain<Double> etaMax, Domain<HalfCycle> halfCycle) {
    return new ScheduleSpace(
        ScheduleShape.TRIANGULAR,
        etaMax,
        etaMin,
        halfCycle,
        ScheduleSpace.ANY_DECAY_FACTOR,
        ScheduleSpace.ANY_DECAY_EVERY);
  }
}
