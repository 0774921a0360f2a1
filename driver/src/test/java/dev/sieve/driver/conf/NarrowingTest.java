package dev.sieve.driver.conf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sieve.sample.RandomSampler;
import dev.sieve.space.Candidate;
import dev.sieve.space.Domain;
import dev.sieve.space.Initialization;
import dev.sieve.space.ScheduleSpace;
import dev.sieve.space.SearchSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NarrowingTest {
  private static final SearchSpace SPACE =
      space(
          Spaces.triangular(
              Domain.fixed(0.0),
              new Domain.Uniform(0.01, 0.5),
              new Domain.HalfCycles(new Domain.IntegerRange(1, 99))),
          Domain.fixed(100));
  private static final List<Candidate> BEST =
      Arrays.stream(new RandomSampler(7).points(3, SearchSpace.DIMENSIONS)).map(SPACE::at).toList();

  private static SearchSpace space(ScheduleSpace schedule, Domain<Integer> batchSize) {
    return Spaces.of(
        new Domain.LogUniform(1e-5, 1e-1),
        schedule,
        batchSize,
        new Domain.Choice<>(List.of(List.of(50), List.of(100))),
        Domain.fixed(new Initialization.Xavier()),
        new Domain.IntegerRange(1, 100));
  }

  @Test
  void applyTo_withoutOwnAxes_isTheNarrowedSpace() {
    Narrowing narrowing = new Narrowing("coarse", 3, 0.1, Set.of());
    SearchSpace narrowed = narrowing.applyTo(SPACE, SPACE, BEST);
    assertEquals(l2(), narrowed.l2());
    List<Double> rates =
        BEST.stream().map(best -> best.hyperparameters().schedule().etaMax()).toList();
    assertEquals(new Domain.Uniform(0.01, 0.5).narrowed(rates, 0.1), narrowed.schedule().eta());
    List<Integer> epochs = BEST.stream().map(Candidate::epochs).toList();
    assertEquals(SPACE.epochs().narrowed(epochs, 0.1), narrowed.epochs());
  }

  @Test
  void applyTo_leavesOwnAxesAlone() {
    Domain<Integer> sizes = new Domain.Choice<>(List.of(10, 20));
    ScheduleSpace constant = Spaces.constant(Domain.fixed(0.01));
    Narrowing narrowing = new Narrowing("coarse", 3, 0.1, Set.of(Axis.BATCH_SIZE, Axis.ETA));
    SearchSpace narrowed = narrowing.applyTo(space(constant, sizes), SPACE, BEST);
    assertEquals(sizes, narrowed.batchSize());
    assertEquals(constant, narrowed.schedule());
    assertEquals(l2(), narrowed.l2());
  }

  @Test
  void applyTo_ofANarrowedSpace_goesByItsWidth_andNeverBeyondIt() {
    Narrowing narrowing = new Narrowing("fine", 1, 0.1, Set.of(Axis.BATCH_SIZE));
    SearchSpace first = new Narrowing("coarse", 3, 0, Set.of()).applyTo(SPACE, SPACE, BEST);
    SearchSpace second = narrowing.applyTo(SPACE, first, BEST.subList(0, 1));
    assertEquals(
        first.l2().narrowed(List.of(BEST.get(0).hyperparameters().l2()), 0.1), second.l2());
    assertEquals(
        first
            .schedule()
            .eta()
            .narrowed(List.of(BEST.get(0).hyperparameters().schedule().etaMax()), 0.1),
        second.schedule().eta());
    assertEquals(SPACE.batchSize(), second.batchSize());
  }

  private static Domain<Double> l2() {
    return SPACE
        .l2()
        .narrowed(BEST.stream().map(best -> best.hyperparameters().l2()).toList(), 0.1);
  }

  @Test
  void margin_isNotNegative() {
    assertThrows(IllegalArgumentException.class, () -> new Narrowing("coarse", 3, -0.1, Set.of()));
  }
}
