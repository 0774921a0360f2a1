package dev.sieve.driver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.cli.summary.Summary;
import dev.sieve.driver.harness.Disturbed;
import dev.sieve.driver.harness.LocalSearch;
import dev.sieve.driver.harness.MemoryFileSystem;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Searches that measure means of weights besides. */
class AverageSearchTest {
  private static final String STAGES =
      """
        evaluation { average = last, average-epochs = 2 }
        training.epochs = 3
        stages = [search, final]
        stage.search {
          trials = 6, sampler = random, halving { rungs = [1, 3], keep = 1/2 }
          space { hidden = [[3], [2, 2]], l2 { log-uniform = [1e-5, 1e-1] } }
        }
        stage.final { data { train = 45, validation = 15 } }
      """;

  @AfterEach
  void forget() {
    MemoryFileSystem.clear();
  }

  @Test
  void packs_coresAndInterruptions_changeNoByte() {
    LocalSearch.of(STAGES).run("whole", LocalSearch.executor(1));
    LocalSearch alone = LocalSearch.of(STAGES, "packing.size=1");
    assertThrows(
        Disturbed.Stopped.class,
        () -> alone.run("alone", Disturbed.stopping(LocalSearch.executor(2), 7)));
    alone.run("alone", LocalSearch.executor(3));
    assertEquals(LocalSearch.tables("whole"), LocalSearch.tables("alone"));
  }

  @Test
  void completedTrials_haveItsColumns_andTheSummaryTellsOfThem() {
    Search.Outcome outcome = LocalSearch.of(STAGES).run("run", LocalSearch.executor(1));
    List<String> rows = LocalSearch.tables("run").get("trials.csv").lines().toList();
    List<String> header = List.of(rows.get(0).split(",", -1));
    for (String row : rows.subList(1, rows.size())) {
      String[] values = row.split(",", -1);
      boolean completed = values[header.indexOf("status")].equals("COMPLETED");
      assertEquals(completed, !values[header.indexOf("average_validation_loss")].isEmpty(), row);
    }
    String last = rows.get(rows.size() - 1);
    assertFalse(last.split(",", -1)[header.indexOf("average_test_accuracy")].isEmpty(), last);
    String summary = Summary.of(outcome.results(), "run");
    assertTrue(summary.contains("  with averaged weights: validation "), summary);
  }
}
