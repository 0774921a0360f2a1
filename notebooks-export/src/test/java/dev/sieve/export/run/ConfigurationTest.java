package dev.sieve.export.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.result.TrialTable;
import dev.sieve.run.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
  private static final Map<String, Integer> COLUMNS =
      Map.of("stage", 0, "trial", 1, "configuration", 2, "status", 3, "validation_accuracy", 4);

  @Test
  void repeats_areRankedByTheirMean_notByTheLuckiest() {
    List<Configuration> ranked =
        ranked(trial(0, "a", "0.40"), trial(1, "a", "0.60"), trial(2, "b", "0.55"));
    assertEquals("b", ranked.get(0).first().configuration());
    assertEquals(0.50, ranked.get(1).mean(TrialTable.VALIDATION_ACCURACY), 1e-12);
    assertEquals(
        0.5 + 12.706 * 0.1,
        ranked.get(1).interval(TrialTable.VALIDATION_ACCURACY, 0).get().high(),
        1e-3);
  }

  @Test
  void configurationOfWhichARepeatFailed_comesAfterWholeOnes() {
    List<Configuration> ranked =
        ranked(trial(0, "a", "0.90"), trial(1, "a", ""), trial(2, "b", "0.10"));
    assertEquals("b", ranked.get(0).first().configuration());
    assertFalse(ranked.get(1).whole());
    assertEquals(1, ranked.get(1).repeats().size());
  }

  @Test
  void equals_keepTheOrderOfTheTable_andFailuresAloneAreNone() {
    List<Configuration> ranked =
        ranked(trial(0, "a", ""), trial(1, "b", "0.5"), trial(2, "c", "0.5"));
    assertEquals(List.of("b", "c"), ranked.stream().map(c -> c.first().configuration()).toList());
    assertTrue(ranked.get(0).interval(TrialTable.VALIDATION_ACCURACY, 0).isEmpty());
  }

  private static List<Configuration> ranked(RunTrial... trials) {
    return Configuration.of(Stream.of(trials)).stream().sorted(Configuration.BEST_FIRST).toList();
  }

  private static RunTrial trial(int number, String configuration, String accuracy) {
    String status = accuracy.isEmpty() ? "DIVERGED" : "COMPLETED";
    return RunTrial.of(
        new Row(
            "trials.csv",
            number + 2L,
            COLUMNS,
            "coarse",
            String.valueOf(number),
            configuration,
            status,
            accuracy));
  }
}
