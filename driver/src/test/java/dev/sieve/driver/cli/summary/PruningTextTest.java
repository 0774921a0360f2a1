package dev.sieve.driver.cli.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.saving.Pruning;
import dev.sieve.statistics.PruningAudit;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PruningTextTest {
  private static String lines(int epochs, int ofAudit, PruningAudit best, PruningAudit median) {
    return PruningText.of(
        new Pruning(
            "coarse",
            "halving",
            new TreeMap<>(Map.of(8, 27, 24, 9)),
            epochs,
            ofAudit,
            27 * 24,
            best,
            median));
  }

  @Test
  void text_saysWhatWasSaved_andWhatItCost() {
    assertEquals(
        """

        Halving of coarse: 27 up to 8, 9 up to 24 epochs; 424 of 648 trial-epochs, 35 % saved
          audit, 64 trial-epochs: 4 of 18 pruned trained to the end
            better than the best of those kept: 0; 0 to 8 of all pruned, with 95 % confidence
            better than the median of those kept: 1; 1 to 12 of all pruned, with 95 % confidence
        """,
        lines(424, 64, new PruningAudit(18, 4, 0), new PruningAudit(18, 4, 1)));
  }

  @Test
  void auditOfAll_orOfNone_needsNoInterval() {
    PruningAudit all = new PruningAudit(18, 18, 3);
    assertTrue(lines(648, 288, all, all).endsWith("better than the median of those kept: 3\n"));
    PruningAudit none = new PruningAudit(18, 0, 0);
    assertEquals(2, lines(360, 0, none, none).lines().count());
  }
}
