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
import dev.sieve.sample.ask.SamplerName;
import dev.sieve.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole searches in this JVM whose stages prune their trials. */
@Timeout(300)
class HalvingTest {
  /** Nine configurations twice each, three of them at the second rung, one at the end. */
  private static final String STAGES =
      """
        training.epochs = 4
        stages = [coarse, final]
        stage.coarse {
          sampler = random, trials = 9, repeats = 2
          halving { rungs = [1, 2, 4], audit = %s }
          space { hidden = [[3], [2, 2]], schedule.eta { log-uniform = [0.001, 0.1] } }
        }
        stage.final {}
      """;

  private static final String AUDITED = STAGES.formatted("0.3");

  /** Results of packs of one trial: three rungs, three audited configurations, and the last. */
  private static final int RESULTS = 18 + 6 + 2 + 6 + 1;

  @AfterEach
  void forget() {
    MemoryFileSystem.onPlace(name -> {});
    MemoryFileSystem.clear();
  }

  private static Map<String, String> undisturbed(String stages) {
    LocalSearch.of(stages).run("whole", LocalSearch.executor(1));
    return LocalSearch.tables("whole");
  }

  @Test
  void trials_areRowsOfTheRungThatPrunedThem() {
    undisturbed(STAGES.formatted("0"));
    assertEquals(
        Map.of("PRUNED at 1", 12L, "PRUNED at 2", 4L, "COMPLETED", 2L), rungs("whole", "coarse"));
    LocalSearch.of(AUDITED).run("audited", LocalSearch.executor(2));
    Map<String, Long> audited = rungs("audited", "coarse");
    assertEquals(18, audited.values().stream().mapToLong(n -> n).sum());
    assertEquals(
        6, audited.getOrDefault("COMPLETED at 1", 0L) + audited.getOrDefault("COMPLETED at 2", 0L));
  }

  @Test
  void survivors_areTheBestOfTheirRung() {
    undisturbed(STAGES.formatted("0"));
    record AtRung(String configuration, double accuracy) {}

    Map<String, Double> firstRung =
        TableCells.of("whole", "curves.csv").stream()
            .filter(row -> row.get("stage").equals("coarse") && row.get("epoch").equals("1.0"))
            .collect(
                Collectors.groupingBy(
                    row -> configurationOf(row.get("trial")),
                    Collectors.averagingDouble(
                        row -> Double.parseDouble(row.get("validation_accuracy")))));
    List<String> best =
        firstRung.entrySet().stream()
            .map(entry -> new AtRung(entry.getKey(), entry.getValue()))
            .sorted((one, other) -> Double.compare(other.accuracy(), one.accuracy()))
            .map(AtRung::configuration)
            .toList();
    List<String> wentOn =
        TableCells.of("whole", "trials.csv").stream()
            .filter(row -> row.get("stage").equals("coarse") && !row.get("rung").equals("1"))
            .map(row -> row.get("configuration"))
            .distinct()
            .toList();
    assertEquals(3, wentOn.size());
    assertTrue(
        firstRung.get(best.get(2)) <= wentOn.stream().mapToDouble(firstRung::get).min().orElse(0));
  }

  private static String configurationOf(String trial) {
    return TableCells.of("whole", "trials.csv").stream()
        .filter(row -> row.get("stage").equals("coarse") && row.get("trial").equals(trial))
        .findFirst()
        .orElseThrow()
        .get("configuration");
  }

  /** The same bytes, but for the column that tells what halving would have done. */
  @ParameterizedTest
  @ValueSource(strings = {"constant, eta = 0.1", "triangular, half-cycle = 2", "cosine"})
  void searchWhoseAuditIsWhole_hasTheRowsOfOneWithoutHalving(String schedule) {
    String stages =
        """
          training { epochs = 4, schedule { type = %s } }
          stages = [coarse, final]
          stage.coarse {
            sampler = random, trials = 9
            %s
            space { hidden = [[3], [2, 2]], l2 { log-uniform = [1e-5, 1] } }
          }
          stage.final {}
        """;
    LocalSearch.of(stages.formatted(schedule, "")).run("without", LocalSearch.executor(2));
    LocalSearch.of(stages.formatted(schedule, "halving { rungs = [1, 2, 4], audit = 1 }"))
        .run("with", LocalSearch.executor(2));
    Map<String, String> without = LocalSearch.tables("without");
    Map<String, String> with = LocalSearch.tables("with");
    assertEquals(without.get("curves.csv"), with.get("curves.csv"));
    assertEquals(without.get("predictions.csv"), with.get("predictions.csv"));
    assertEquals(withoutRungs("without"), withoutRungs("with"));
  }

  private static List<Map<String, String>> withoutRungs(String run) {
    List<Map<String, String>> rows = TableCells.of(run, "trials.csv");
    rows.forEach(row -> row.remove("rung"));
    return rows;
  }

  @Test
  void coresPacksAndOrder_changeNoByte() {
    Map<String, String> whole = undisturbed(AUDITED);
    LocalSearch.of(AUDITED).run("two", LocalSearch.executor(2));
    LocalSearch alone = LocalSearch.of(AUDITED, "packing.size=1");
    alone.run("back", Disturbed.backwards(LocalSearch.executor(3)));
    assertEquals(whole, LocalSearch.tables("two"));
    assertEquals(whole, LocalSearch.tables("back"));
  }

  @Test
  void searchThatEndsAfterAnyResult_insideARungOrBetweenTwo_continuesToTheSameTables() {
    Map<String, String> whole = undisturbed(AUDITED);
    LocalSearch search = LocalSearch.of(AUDITED, "packing.size=1");
    for (int k = 1; k <= RESULTS; k++) {
      var stopping = Disturbed.stopping(LocalSearch.executor(2), k);
      assertThrows(Disturbed.Stopped.class, () -> search.run("stopped", stopping));
      assertEquals(k - 1, MemoryFileSystem.texts("/stopped/journal").size());
      search.run("stopped", LocalSearch.executor(1));
      assertEquals(whole, LocalSearch.tables("stopped"), "after " + k + " results");
      MemoryFileSystem.clear();
    }
  }

  @Test
  void searchThatEndsAtAnyFile_continuesToTheSameTables() {
    AtomicInteger placed = new AtomicInteger();
    MemoryFileSystem.onPlace(name -> placed.incrementAndGet());
    Map<String, String> whole = undisturbed(AUDITED);
    int files = placed.get();
    LocalSearch search = LocalSearch.of(AUDITED);
    for (int k = 1; k <= files; k++) {
      AtomicInteger left = new AtomicInteger(k);
      MemoryFileSystem.onPlace(
          name -> {
            if (left.decrementAndGet() == 0) {
              throw new Disturbed.Stopped(name);
            }
          });
      try {
        search.run("stopped", LocalSearch.executor(1));
      } catch (Disturbed.Stopped e) {
        MemoryFileSystem.onPlace(name -> {});
        search.run("stopped", LocalSearch.executor(1));
      }
      MemoryFileSystem.onPlace(name -> {});
      assertEquals(whole, LocalSearch.tables("stopped"), "at file " + k);
      MemoryFileSystem.clear();
    }
  }

  /** Batches of six, of which some diverge: each has its own rungs. */
  @ParameterizedTest
  @EnumSource(names = "GRID", mode = EnumSource.Mode.EXCLUDE)
  void halvingWithAnySampler_isTheSame_afterAnyResult(SamplerName sampler) {
    String stages =
        """
          training.epochs = 4
          stages = [coarse, final]
          stage.coarse {
            sampler = %s, trials = 12, batch = 6, choose = posterior-mean
            halving { rungs = [1, 4], audit = 0.2 }
            space { hidden = [[3], [2]], schedule.eta { log-uniform = [0.001, 1e6] } }
          }
          stage.final {}
        """
            .formatted(sampler.text());
    assertTrue(sameAfterAnyResult(stages).get("trials.csv").contains(",DIVERGED,"));
  }

  /** Two rounds of coarse to fine, each with rungs of its own; then the best are trained again. */
  @Test
  void halvingInRounds_thenConfirm_areTheSame_afterAnyResult() {
    String stages =
        """
          training.epochs = 4
          stages = [coarse, confirm, final]
          stage.coarse {
            sampler = sobol, rounds = 2, trials = 12, choose = posterior-mean
            halving { rungs = [1, 4], audit = 0.2 }
            space { hidden = [[3], [2]], schedule.eta { log-uniform = [0.001, 1e6] } }
          }
          stage.confirm { best = 3, finalists = 2, repeats = 2 }
          stage.final {}
        """;
    Map<String, String> whole = sameAfterAnyResult(stages);
    assertEquals(1 + 3, whole.get("confirmation.csv").lines().count());
    LocalSearch search = LocalSearch.of(stages);
    search.run("moved", LocalSearch.executor(2));
    assertTrue(
        search.moved().stream().allMatch(why -> why.startsWith("coarse: round 2: ")),
        search.moved().toString());
  }

  /** Returns the tables of a search, which a run that ends after any result continues to. */
  private static Map<String, String> sameAfterAnyResult(String stages) {
    Map<String, String> whole = undisturbed(stages);
    LocalSearch search = LocalSearch.of(stages, "packing.size=1");
    int results = executions("whole");
    for (int k = 1; k <= results; k++) {
      var stopping = Disturbed.stopping(LocalSearch.executor(2), k);
      assertThrows(Disturbed.Stopped.class, () -> search.run("stopped", stopping));
      search.run("stopped", LocalSearch.executor(1));
      assertEquals(whole, LocalSearch.tables("stopped"), "after " + k + " results");
      MemoryFileSystem.clear();
    }
    return whole;
  }

  /** Rungs of 18, 6 and 2 trials train 18, 6 and 4 epochs; final trains 4. */
  @Test
  void limits_countTheEpochsThatAreTrained_andOnceATrialThatGoesOn() {
    String stages = STAGES.formatted("0");
    assertEquals(
        "limits.epochs, 25, was reached: 0 of 2 trials of coarse, up to 4 epochs are done",
        stopped(stages, "limits.epochs=25"));
    assertEquals(
        "limits.trials, 18, was reached: 0 of 1 trials of final are done",
        stopped(stages, "limits.trials=18"));
    assertEquals("", stopped(stages, "limits.epochs=32"));
    assertEquals(undisturbed(stages), LocalSearch.tables("limited"));
  }

  private static String stopped(String stages, String limit) {
    return LocalSearch.of(stages, limit)
        .run("limited", LocalSearch.executor(2))
        .stopped()
        .orElse("");
  }

  @Test
  void survivors_goOnFromTheirStates_whichAreGoneAtTheEnd() {
    undisturbed(AUDITED);
    List<String> steps =
        TableCells.of("whole", "executions.csv").stream()
            .map(row -> row.get("resumed_step"))
            .distinct()
            .sorted()
            .toList();
    assertEquals(List.of("0", "4", "8"), steps, "4 updates an epoch, rungs after 1 and 2");
    assertTrue(MemoryFileSystem.texts("/whole/checkpoints").isEmpty());
  }

  @Test
  void rounds_areCalledByTheirRungs() {
    LocalSearch search = LocalSearch.of(AUDITED);
    search.run("heard", LocalSearch.executor(2));
    assertEquals(
        List.of(
            "[coarse, up to 1 epochs]: 0 of 18 known",
            "[coarse, up to 2 epochs]: 0 of 6 known",
            "[coarse, up to 4 epochs]: 0 of 2 known",
            "[coarse, audit]: 0 of 6 known",
            "[final]: 0 of 1 known"),
        search.heard());
  }

  @Test
  void summary_hasWhatPruningSavedAndCost() {
    Pruning pruning =
        LocalSearch.of(STAGES.formatted("1"))
            .run("whole", LocalSearch.executor(2))
            .results()
            .savings()
            .pruning()
            .get(0);
    assertEquals(Map.of(1, 9, 2, 3, 4, 1), pruning.configurations());
    assertEquals(18 * 4, pruning.whole());
    assertEquals(18 * 4, pruning.trialEpochs(), "the audit trains what was saved");
    assertEquals(18 * 4 - (18 + 6 + 2 * 2), pruning.ofAudit());
    assertEquals(8, pruning.overBest().pruned());
    assertEquals(8, pruning.overMedian().audited());
  }

  @Test
  void recordedTrials_prunedOrAudited_areTheSameWhenTheyAreTrainedAgain() {
    LocalSearch search = LocalSearch.of(AUDITED);
    search.run("whole", LocalSearch.executor(2));
    RecordedRun recorded =
        new RecordedRun(
            search.conf(), LocalSearch.IMAGES, LocalSearch.directory("whole"), warning -> {});
    assertEquals(18 + 1, recorded.lasting().size());
    for (Trial trial : recorded.lasting()) {
      assertTrue(recorded.repeat(trial).isSame(), trial.label());
    }
    assertEquals(recorded.lasting().get(17), recorded.trial("coarse", 17));
  }

  @Test
  void executorsThatSeeNoFolder_trainAnew_withTheSameTables() {
    Map<String, String> whole = undisturbed(AUDITED);
    LocalSearch search = LocalSearch.of(AUDITED);
    search.run("blind", Disturbed.blind(LocalSearch.executor(2)));
    assertEquals(whole, LocalSearch.tables("blind"));
    assertTrue(
        search.heard().get(0).startsWith("halving trains those that go on from their beginning"),
        search.heard().get(0));
  }

  private static int executions(String run) {
    return MemoryFileSystem.texts("/" + run + "/journal").values().stream()
        .mapToInt(file -> (int) file.lines().count())
        .sum();
  }

  private static Map<String, Long> rungs(String run, String stage) {
    return TableCells.of(run, "trials.csv").stream()
        .filter(row -> row.get("stage").equals(stage))
        .collect(
            Collectors.groupingBy(
                row ->
                    row.get("status") + (row.get("rung").isEmpty() ? "" : " at " + row.get("rung")),
                Collectors.counting()));
  }
}
