package dev.sieve.driver.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sieve.driver.conf.Narrowing;
import dev.sieve.driver.conf.read.Spaces;
import dev.sieve.sample.RandomSampler;
import dev.sieve.space.Axes;
import dev.sieve.space.Candidate;
import dev.sieve.space.Domain;
import dev.sieve.space.Initialization;
import dev.sieve.space.ScheduleAxes;
import dev.sieve.space.SearchSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NarrowedSpaceTest {
  private static final SearchSpace SPACE =
      space(
          Spaces.triangular(
              Domain.fixed(0.0),
              new Domain.Uniform(0.01, 0.5),
              new Domain.HalfCycles(new Domain.IntegerRange(1, 99))),
          Domain.fixed(100));
  private static final List<Candidate> BEST =
      Arrays.stream(new RandomSampler(7).points(3, Axes.DIMENSIONS)).map(SPACE::at).toList();

  private static SearchSpace space(SearchSpace schedule, Domain<Integer> batchSize) {
    return Spaces.of(
        new Domain.LogUniform(1e-5, 1e-1),
        schedule,
        batchSize,
        new Domain.Choice<>(List.of(List.of(50), List.of(100))),
        Domain.fixed(new Initialization.Xavier()),
        new Domain.IntegerRange(1, 100));
  }

  @Test
  void of_withoutOwnAxes_isTheNarrowedSpace() {
    Narrowing narrowing = new Narrowing("coarse", 3, 0.1, Set.of());
    SearchSpace narrowed = NarrowedSpace.of(narrowing, SPACE, SPACE, BEST);
    assertEquals(l2(), narrowed.domain(Axes.L2));
    List<Double> rates =
        BEST.stream().map(best -> best.hyperparameters().schedule().etaMax()).toList();
    assertEquals(
        new Domain.Uniform(0.01, 0.5).narrowed(rates, 0.1), narrowed.domain(ScheduleAxes.ETA_MAX));
    List<Integer> epochs = BEST.stream().map(Candidate::epochs).toList();
    assertEquals(SPACE.domain(Axes.EPOCHS).narrowed(epochs, 0.1), narrowed.domain(Axes.EPOCHS));
  }

  @Test
  void of_leavesOwnAxesAlone() {
    Domain<Integer> sizes = new Domain.Choice<>(List.of(10, 20));
    SearchSpace constant = Spaces.constant(Domain.fixed(0.01));
    Narrowing narrowing =
        new Narrowing("coarse", 3, 0.1, Set.of(Axes.BATCH_SIZE, Axes.SCHEDULE, ScheduleAxes.ETA));
    SearchSpace narrowed = NarrowedSpace.of(narrowing, space(constant, sizes), SPACE, BEST);
    assertEquals(sizes, narrowed.domain(Axes.BATCH_SIZE));
    assertEquals(constant.domain(ScheduleAxes.ETA), narrowed.domain(ScheduleAxes.ETA));
    assertEquals(l2(), narrowed.domain(Axes.L2));
  }

  @Test
  void of_ofANarrowedSpace_goesByItsWidth_andNeverBeyondIt() {
    Narrowing narrowing = new Narrowing("fine", 1, 0.1, Set.of(Axes.BATCH_SIZE));
    SearchSpace first =
        NarrowedSpace.of(new Narrowing("coarse", 3, 0, Set.of()), SPACE, SPACE, BEST);
    SearchSpace second = NarrowedSpace.of(narrowing, SPACE, first, BEST.subList(0, 1));
    assertEquals(
        first.domain(Axes.L2).narrowed(List.of(BEST.get(0).hyperparameters().l2()), 0.1),
        second.domain(Axes.L2));
    assertEquals(
        first
            .domain(ScheduleAxes.ETA_MAX)
            .narrowed(List.of(BEST.get(0).hyperparameters().schedule().etaMax()), 0.1),
        second.domain(ScheduleAxes.ETA_MAX));
    assertEquals(SPACE.domain(Axes.BATCH_SIZE), second.domain(Axes.BATCH_SIZE));
  }

  private static Domain<Double> l2() {
    return SPACE
        .domain(Axes.L2)
        .narrowed(BEST.stream().map(best -> best.hyperparameters().l2()).toList(), 0.1);
  }

  @Test
  void margin_isNotNegative() {
    assertThrows(IllegalArgumentException.class, () -> new Narrowing("coarse", 3, -0.1, Set.of()));
  }
}
