package dev.sieve.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.sample.Streams;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PruningAuditTest {

  @Test
  void auditOfAll_leavesNothingOpen() {
    PruningAudit all = new PruningAudit(18, 18, 4);
    assertEquals(4, all.fewest());
    assertEquals(4, all.most());
  }

  @Test
  void auditOfNone_leavesEverythingOpen() {
    PruningAudit none = new PruningAudit(18, 0, 0);
    assertEquals(0, none.fewest());
    assertEquals(18, none.most());
  }

  /** By hand: if k of 3 are missed, one audited is so with probability k/3; halves at the ends. */
  @Test
  void oneOfThree_isByTheHypergeometricDistribution() {
    assertEquals(1, new PruningAudit(3, 1, 1).fewest(), "half of 1/3 is above 2.5 %");
    assertEquals(3, new PruningAudit(3, 1, 1).most());
    assertEquals(2, new PruningAudit(3, 1, 0).most());
  }

  /** Mean over all true numbers, which are equally likely here. */
  @ParameterizedTest
  @CsvSource({"18, 1", "18, 5", "60, 3", "60, 12", "60, 40", "400, 20"})
  void interval_coversTheTrueNumber_in90To99Percent(int pruned, int audited) {
    int covered = 0;
    int searches = 500;
    for (int search = 0; search < searches; search++) {
      var stream = Streams.of(7, "audit", pruned, audited, search);
      int missed = stream.nextInt(pruned / 2);
      int[] order = IntStream.range(0, pruned).toArray();
      stream.shuffle(order);
      int found = (int) IntStream.of(order).limit(audited).filter(i -> i < missed).count();
      PruningAudit audit = new PruningAudit(pruned, audited, found);
      covered += audit.fewest() <= missed && missed <= audit.most() ? 1 : 0;
    }
    assertTrue(covered >= 0.90 * searches, "covered: " + covered);
  }

  @Test
  void moreThanThereAre_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new PruningAudit(3, 4, 0));
    assertThrows(IllegalArgumentException.class, () -> new PruningAudit(3, 2, 3));
  }
}
