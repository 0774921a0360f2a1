package dev.sieve.train;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.net.Topology;
import dev.sieve.train.state.TrialState;
import dev.sieve.trial.Failure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeSharesTest {
  private static final Topology NARROW = new Topology(300, List.of(8), 10);
  private static final Topology WIDE = new Topology(300, List.of(80), 10);

  private final TrialState narrow = state(0, 8);
  private final TrialState wide = state(1, 80);
  private final List<TrialState> pack = List.of(narrow, wide);
  private long now;
  private final TimeShares shares =
      new TimeShares(
          Duration.ofSeconds(10), new long[] {NARROW.parameters(), WIDE.parameters()}, () -> now);

  @Test
  void wideMember_usesUpItsOwnTime_notThatOfItsNeighbour() {
    pass(12);
    assertTrue(shares.isUp(wide));
    assertFalse(shares.isUp(narrow));
  }

  @Test
  void memberThatHasStopped_isChargedNoMore() {
    pass(5);
    wide.fail(Failure.DIVERGED, 1, "test");
    pass(9);
    assertFalse(shares.isUp(wide));
    assertFalse(shares.isUp(narrow));
    pass(1);
    assertTrue(shares.isUp(narrow));
  }

  private void pass(int seconds) {
    now += Duration.ofSeconds(seconds).toNanos();
    shares.charge(pack);
  }

  private static TrialState state(int index, int width) {
    return new TrialState(
        index, TestData.trial(index, TestData.hyperparameters(List.of(width), 0, 20, 0.1), 1), 100);
  }
}
