package dev.sieve.driver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.Disturbed;
import dev.sieve.driver.harness.LocalSearch;
import dev.sieve.driver.harness.MemoryFileSystem;
import dev.sieve.driver.harness.TableCells;
import dev.sieve.driver.repeat.RecordedRun;
import dev.sieve.driver.saving.Pruning;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole searches in this JVM that prune by other rules than halving in one bracket. */
@Timeout(300)
class PruningRulesTest {
  private static final String STAGES =
      """
        training.epochs = 4
        evaluation.metric = loss
        stages = [coarse, final]
        stage.coarse {
          sampler = %s, trials = 13, batch = 7
          %s
          space { hidden = [[3], [2]], schedule.eta { log-uniform = [0.001, 1] } }
        }
        stage.final {}
      """;

  private static final String BRACKETS =
      "halving { rungs = [1, 2, 4], keep = 1/2, brackets = 3, audit = %s }";
  private static final String MEDIAN = "median-stopping { every = 1, earlier = 2, audit = %s }";

  @AfterEach
  void forget() {
    MemoryFileSystem.clear();
  }

  private static String stages(String sampler, String rule, String audit) {
    return STAGES.formatted(sampler, rule.formatted(audit));
  }

  private static List<Map<String, String>> coarse(String table) {
    return TableCells.of("whole", table).stream()
        .filter(row -> row.get("stage").equals("coarse"))
        .toList();
  }

  /** Of 13, 6 begin at the first rung, 4 at the second; 3 are trained to the end in any case. */
  @Test
  void brackets_beginAtTheirRungs_andPruneByThemselves() {
    LocalSearch search = LocalSearch.of(stages("random", BRACKETS, "0"));
    Pruning pruning =
        search.run("whole", LocalSearch.executor(2)).results().savings().pruning().get(0);
    assertEquals(
        List.of(
            "[coarse, up to 1, 2, 4 epochs]: 0 of 13 known",
            "[coarse, up to 2, 4 epochs]: 0 of 5 known",
            "[coarse, up to 4 epochs]: 0 of 2 known",
            "[final]: 0 of 1 known"),
        search.heard());
    assertEquals("halving in 3 brackets", pruning.rule());
    assertEquals(6 + 4 * 2 + 3 * 4 + 3 + 2 * 2 + 2 * 2, pruning.trialEpochs());
    Map<String, Long> rungs =
        coarse("trials.csv").stream()
            .collect(Collectors.groupingBy(row -> row.get("rung"), Collectors.counting()));
    assertEquals(Map.of("1", 3L, "2", 3L, "", 7L), rungs);
  }

  /** By the curves: who is worse at a rung than the median of those that were there before. */
  @ParameterizedTest
  @ValueSource(strings = {"random", "gp"})
  void medianStopping_prunesWhatIsWorseThanTheMedianOfEarlierOnes(String sampler) {
    LocalSearch.of(stages(sampler, MEDIAN, "0")).run("whole", LocalSearch.executor(2));
    int pruned = 0;
    for (int rung = 2; rung < 4; rung++) {
      String epoch = rung + ".0";
      List<Double> before = new ArrayList<>();
      for (Map<String, String> point : coarse("curves.csv")) {
        if (!point.get("epoch").equals(epoch)) {
          continue;
        }
        double worth = -Double.parseDouble(point.get("validation_loss"));
        boolean worse = before.size() >= 2 && worth < median(before);
        Map<String, String> row = coarse("trials.csv").get(Integer.parseInt(point.get("trial")));
        assertEquals(worse, row.get("rung").equals("" + rung), "trial " + point.get("trial"));
        pruned += worse ? 1 : 0;
        before.add(worth);
      }
    }
    assertTrue(pruned >= 2, "pruned: " + pruned);
  }

  private static double median(List<Double> values) {
    List<Double> rising = new ArrayList<>(values);
    Collections.sort(rising);
    return (rising.get((rising.size() - 1) / 2) + rising.get(rising.size() / 2)) / 2;
  }

  @ParameterizedTest
  @ValueSource(strings = {BRACKETS, MEDIAN})
  void searchWhoseAuditIsWhole_hasTheRowsOfOneThatPrunesNothing(String rule) {
    LocalSearch.of(stages("random", "# %s", "")).run("without", LocalSearch.executor(2));
    LocalSearch.of(stages("random", rule, "1")).run("with", LocalSearch.executor(2));
    assertEquals(
        LocalSearch.tables("without").get("curves.csv"),
        LocalSearch.tables("with").get("curves.csv"));
    assertEquals(withoutRungs("without"), withoutRungs("with"));
  }

  private static List<Map<String, String>> withoutRungs(String run) {
    List<Map<String, String>> rows = TableCells.of(run, "trials.csv");
    rows.forEach(row -> row.remove("rung"));
    return rows;
  }

  @ParameterizedTest
  @CsvSource({"random, true", "random, false", "grid, true", "gp, true", "gp, false", "tpe, false"})
  void tables_areTheSame_onAnyCores_andAfterAnyResult(String sampler, boolean brackets) {
    String stages = stages(sampler, brackets ? BRACKETS : MEDIAN, "0.3");
    if (sampler.equals("grid")) {
      stages =
          stages
              .replace("trials = 13,", "")
              .replace("{ log-uniform = [0.001, 1] }", "= [0.001, 0.003, 0.01, 0.03, 0.1, 0.3]");
    }
    LocalSearch.of(stages).run("whole", LocalSearch.executor(1));
    Map<String, String> whole = LocalSearch.tables("whole");
    LocalSearch alone = LocalSearch.of(stages, "packing.size=1");
    alone.run("back", Disturbed.backwards(LocalSearch.executor(3)));
    assertEquals(whole, LocalSearch.tables("back"));
    int results =
        MemoryFileSystem.texts("/back/journal").values().stream()
            .mapToInt(file -> (int) file.lines().count())
            .sum();
    for (int k = 1; k <= results; k++) {
      var stopping = Disturbed.stopping(LocalSearch.executor(2), k);
      assertThrows(Disturbed.Stopped.class, () -> alone.run("stopped", stopping));
      alone.run("stopped", LocalSearch.executor(1));
      assertEquals(whole, LocalSearch.tables("stopped"), "after " + k + " results");
      MemoryFileSystem.clear();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {BRACKETS, MEDIAN})
  void recordedTrials_areTheSameWhenTheyAreTrainedAgain(String rule) {
    LocalSearch search = LocalSearch.of(stages("gp", rule, "0.3"));
    search.run("whole", LocalSearch.executor(2));
    RecordedRun recorded =
        new RecordedRun(
            search.conf(), LocalSearch.IMAGES, LocalSearch.directory("whole"), warning -> {});
    for (Trial trial : recorded.lasting()) {
      assertTrue(recorded.repeat(trial).isSame(), trial.label());
    }
  }
}
