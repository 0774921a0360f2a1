package dev.sieve.driver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.SieveProcess.Result;
import dev.sieve.driver.harness.SmallSearch;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials that fail are rows, and harm no other. */
class DivergenceIT {
  private static final String CONF =
      """
      search {
        data { source = synthetic, train = 500, validation = 100, synthetic { train = 600, test = 200 } }
        training { hidden = [12], batch-size = 50, epochs = 2, schedule { type = constant } }
        stages = [only]
        stage.only.space { l2 = [0, 1e-4], schedule.eta = [0.05, 1e5] }
      }
      """;

  @TempDir Path folder;

  @Test
  void divergedTrials_areRowsWithTheirReason_andTheirNeighboursComplete() {
    SmallSearch search = SmallSearch.in(folder, CONF);
    search.succeed("mixed");
    search.succeed("alone", "--set", "packing.size=1");
    assertEquals(2, lines(search, "mixed", "trials.csv", ",COMPLETED,,").size());
    assertEquals(2, lines(search, "mixed", "trials.csv", ",DIVERGED,DIVERGED,").size());
    assertEquals(2, lines(search, "mixed", "executions.csv", "loss").size());
    search.assertSameTables("mixed", "alone");
  }

  @Test
  void stageWithoutAnyCompletedTrial_failsWithASummary_andItsTables() {
    SmallSearch search = SmallSearch.in(folder, CONF.replace("[0.05, 1e5]", "[1e5, 1e6]"));
    for (int attempt = 0; attempt < 2; attempt++) { // the second from the journal
      Result result = search.end("none");
      assertEquals(1, result.exit(), result.stderr());
      assertTrue(
          result.stderr().contains("no trial of stage only completed: 4 × DIVERGED"),
          result.stderr());
      assertFalse(result.stderr().contains("\tat "), result.stderr());
      assertEquals(4, lines(search, "none", "trials.csv", ",DIVERGED,DIVERGED,").size());
      assertEquals(4, lines(search, "none", "executions.csv", "loss").size());
    }
  }

  private static List<String> lines(SmallSearch search, String run, String table, String part) {
    try (Stream<String> lines = search.read(run, table).lines()) {
      return lines.skip(1).filter(line -> line.contains(part)).toList();
    }
  }
}
