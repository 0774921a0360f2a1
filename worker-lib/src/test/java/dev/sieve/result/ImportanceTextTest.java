package dev.sieve.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImportanceTextTest {
  private static ImportanceRow row(String one, String other, double share, double best) {
    return row(one, other, share, best, 0.02);
  }

  private static ImportanceRow row(
      String one, String other, double share, double best, double deviationOfBest) {
    return new ImportanceRow(
        "s", "coarse", 24, one, other, share, 0.1 * share, best, deviationOfBest, 0.01);
  }

  @Test
  void sentence_namesWhatMatters_mostFirst() {
    assertEquals(
        List.of(
            "In coarse, eta-max explains 71 %, l2 with eta-max 9 % of the differences in validation"
                + " accuracy; among the best quarter, l2 explains 48 %, eta-max 30 %."),
        ImportanceText.sentences(
            List.of(
                row("l2", null, 0.04, 0.48),
                row("eta-max", null, 0.71, 0.3),
                row("l2", "eta-max", 0.09, 0)),
            "accuracy"));
  }

  @Test
  void smallDifferencesAmongTheBest_areNotTold() {
    assertEquals(
        List.of("In coarse, eta-max explains 71 % of the differences in validation accuracy."),
        ImportanceText.sentences(List.of(row("eta-max", null, 0.71, 0.48, 0.01)), "accuracy"));
  }

  @Test
  void smallDifferences_areChance() {
    assertEquals(
        List.of("In coarse, no hyperparameter makes a difference that stands out from chance."),
        ImportanceText.sentences(List.of(row("l2", null, 0.09, 0.48)), "accuracy"));
  }
}
