package dev.sieve.driver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.cli.summary.Summary;
import dev.sieve.driver.harness.Disturbed;
import dev.sieve.driver.harness.LocalSearch;
import dev.sieve.driver.harness.MemoryFileSystem;
import dev.sieve.driver.harness.TableCells;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole searches in this JVM of what makes no difference: nothing is gained by going on. */
@Timeout(300)
class NoGainTest {
  private static final String STAGES =
      """
        training.epochs = 2
        stages = [coarse, final]
        stage.coarse {
          sampler = %s, trials = 200, batch = 8, stop-when = no-gain
          %s
          space { l2 { uniform = [0, 1e-9] } }
        }
        stage.final {}
      """;

  private static final String SENTENCE =
      "coarse ended after \\d+ of 200 configurations: the best of the next 8 is expected to gain"
          + " 0\\.\\d{4} over the best so far, 0\\.\\d{4}, less than 0\\.25 of the 0\\.\\d{4} by which"
          + " 20 validation examples err";

  @AfterEach
  void forget() {
    MemoryFileSystem.clear();
  }

  private static String told(LocalSearch search) {
    List<String> told = search.heard().stream().filter(one -> one.contains("ended")).toList();
    assertEquals(1, told.size(), search.heard().toString());
    return told.get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "gp, ''",
    "tpe, ''",
    "gp, 'halving { rungs = [1, 2], audit = 0.5 }'",
    "gp, 'repeats { most = 2, race = true }'"
  })
  void stage_endsInASentence_theSameAfterAnyResult(String sampler, String besides) {
    LocalSearch search = LocalSearch.of(STAGES.formatted(sampler, besides));
    Search.Outcome whole = search.run("whole", LocalSearch.executor(2));
    String told = told(search);
    assertTrue(told.matches(SENTENCE), told);
    assertEquals(List.of(told), whole.results().endings());
    assertTrue(Summary.of(whole.results(), "run").contains("Stage " + told));
    String plan = MemoryFileSystem.texts("/whole").get("plan.json");
    assertTrue(plan.contains(told.substring("coarse ".length())), plan);
    Map<String, String> tables = LocalSearch.tables("whole");
    int results = TableCells.of("whole", "trials.csv").size();
    assertTrue(results < 200, "trials: " + results);
    LocalSearch alone = LocalSearch.of(STAGES.formatted(sampler, besides), "packing.size=1");
    for (int k = 1; k <= results; k += 3) {
      var stopping = Disturbed.stopping(LocalSearch.executor(2), k);
      assertThrows(Disturbed.Stopped.class, () -> alone.run("stopped", stopping));
      alone.run("stopped", LocalSearch.executor(1));
      assertEquals(tables, LocalSearch.tables("stopped"), "after " + k + " results");
      assertEquals(told, told(alone));
      assertEquals(plan, MemoryFileSystem.texts("/stopped").get("plan.json"));
      assertTrue(MemoryFileSystem.texts("/stopped/checkpoints").isEmpty());
      MemoryFileSystem.clear();
    }
  }

  @Test
  void stageThatDoesNotAsk_goesOn() {
    LocalSearch search =
        LocalSearch.of(
            STAGES.formatted("gp", "").replace("no-gain", "none"), "stage.coarse.trials=24");
    search.run("whole", LocalSearch.executor(2));
    assertEquals(24 + 1, TableCells.of("whole", "trials.csv").size());
  }
}
