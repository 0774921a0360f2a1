package dev.sieve.driver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.harness.Disturbed;
import dev.sieve.driver.harness.LocalSearch;
import dev.sieve.driver.harness.MemoryFileSystem;
import dev.sieve.driver.pack.PackExecutor;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.sample.ask.SamplerName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole searches in this JVM: their rounds, what becomes of failures, and how they go on. */
@Timeout(600)
class LocalSearchTest {
  /** Rounds of one and of two stages, repeats, narrowing, a learning rate that diverges. */
  private static final String STAGES =
      """
        evaluation.ensemble = repeats
        stages = [coarse, other, fine, final]
        stage.coarse { trials = 5, space { hidden = [[3], [2, 2]], l2 { log-uniform = [1e-5, 1e-1] } } }
        stage.other { repeats = 2, space.schedule.eta = [0.01, 1e5] }
        stage.fine { trials = 4, narrow { from = coarse, best = 2, margin = 0.1 } }
        stage.final { repeats = 2, data { train = 45, validation = 15 } }
      """;

  private static final int TRIALS = 5 + 4 + 4 + 2;

  @AfterEach
  void forget() {
    MemoryFileSystem.onPlace(name -> {});
    MemoryFileSystem.clear();
  }

  private static Map<String, String> undisturbed() {
    LocalSearch.of(STAGES).run("whole", LocalSearch.executor(1));
    Map<String, String> tables = LocalSearch.tables("whole");
    assertEquals(1 + TRIALS, tables.get("trials.csv").lines().count());
    return tables;
  }

  @Test
  void roundsThatAreReady_runAtOnce_andOthersAfterThem() {
    LocalSearch search = LocalSearch.of(STAGES);
    search.run("run", LocalSearch.executor(2));
    assertEquals(
        List.of("[coarse, other]: 0 of 9 known", "[fine]: 0 of 4 known", "[final]: 0 of 2 known"),
        search.heard());
  }

  @Test
  void coresAndPacks_changeNoByte() {
    Map<String, String> whole = undisturbed();
    LocalSearch.of(STAGES).run("two", LocalSearch.executor(2));
    LocalSearch.of(STAGES, "packing.size=1").run("alone", LocalSearch.executor(3));
    assertEquals(whole, LocalSearch.tables("two"));
    assertEquals(whole, LocalSearch.tables("alone"));
  }

  /** Results of packs of one trial each, and whether the last one was still recorded. */
  @Test
  void searchThatEndsAfterAnyPrefixOfResults_continuesToTheSameTables() {
    Map<String, String> whole = undisturbed();
    LocalSearch search = LocalSearch.of(STAGES, "packing.size=1");
    for (int k = 1; k <= TRIALS; k++) {
      PackExecutor stopping = Disturbed.stopping(LocalSearch.executor(2), k);
      assertThrows(Disturbed.Stopped.class, () -> search.run("stopped", stopping));
      assertEquals(k - 1, MemoryFileSystem.texts("/stopped/journal").size());
      search.run("stopped", LocalSearch.executor(1));
      assertEquals(whole, LocalSearch.tables("stopped"), "after " + k + " results");
      MemoryFileSystem.clear();
    }
  }

  @Test
  void searchThatEndsAtAnyResult_againAndAgain_reachesTheSameTables() {
    Map<String, String> whole = undisturbed();
    LocalSearch search = LocalSearch.of(STAGES, "packing.size=1");
    for (int k = 0; k < TRIALS; k++) {
      assertThrows(
          Disturbed.Stopped.class,
          () -> search.run("slow", Disturbed.stopping(LocalSearch.executor(1), 2)));
      assertEquals(k + 1, MemoryFileSystem.texts("/slow/journal").size());
      if (k == TRIALS - 2) {
        break; // one result is left, and no second
      }
    }
    search.run("slow", LocalSearch.executor(1));
    assertEquals(whole, LocalSearch.tables("slow"));
  }

  @Test
  void searchThatEndsAtAnyFile_continuesToTheSameTables() {
    AtomicInteger placed = new AtomicInteger();
    MemoryFileSystem.onPlace(name -> placed.incrementAndGet());
    Map<String, String> whole = undisturbed();
    int files = placed.get();
    assertTrue(files > TRIALS, "files: " + files);
    LocalSearch search = LocalSearch.of(STAGES);
    for (int k = 1; k <= files; k++) {
      AtomicInteger left = new AtomicInteger(k);
      MemoryFileSystem.onPlace(
          name -> {
            if (left.decrementAndGet() == 0) {
              throw new Disturbed.Stopped(name);
            }
          });
      assertThrows(Disturbed.Stopped.class, () -> search.run("stopped", LocalSearch.executor(1)));
      MemoryFileSystem.onPlace(name -> {});
      search.run("stopped", LocalSearch.executor(1));
      assertEquals(whole, LocalSearch.tables("stopped"), "at file " + k);
      MemoryFileSystem.clear();
    }
  }

  @Test
  void searchThatHasEnded_writesNoTableAgain() {
    Map<String, String> whole = undisturbed();
    Set<String> placed = new TreeSet<>();
    MemoryFileSystem.onPlace(placed::add);
    LocalSearch.of(STAGES).run("whole", LocalSearch.executor(1));
    assertEquals(whole, LocalSearch.tables("whole"));
    assertTrue(placed.stream().noneMatch(name -> name.endsWith(".csv")), placed::toString);
  }

  /** Rounds of five, of which some diverge; what follows goes by the posterior mean. */
  private static String learning(SamplerName sampler) {
    return """
          stages = [coarse, fine, final]
          stage.coarse {
            sampler = %s, trials = 15, batch = 5, choose = posterior-mean
            space { hidden = [[3], [2]], schedule.eta { log-uniform = [0.001, 1e6] } }
          }
          stage.fine { sampler = %s, trials = 6, batch = 3, narrow { from = coarse, best = 2 } }
          stage.final {}
        """
        .formatted(sampler.text(), sampler.text());
  }

  private static final int OF_LEARNING = 15 + 6 + 1;

  @ParameterizedTest
  @EnumSource(names = "GRID", mode = EnumSource.Mode.EXCLUDE)
  void searchOfAnySampler_isTheSame_onAnyCores_andAfterAnyResult(SamplerName sampler) {
    LocalSearch.of(learning(sampler)).run("whole", LocalSearch.executor(1));
    Map<String, String> whole = LocalSearch.tables("whole");
    assertEquals(1 + OF_LEARNING, whole.get("trials.csv").lines().count());
    assertTrue(whole.get("trials.csv").contains(",DIVERGED,"));
    LocalSearch.of(learning(sampler)).run("two", LocalSearch.executor(2));
    assertEquals(whole, LocalSearch.tables("two"));
    LocalSearch alone = LocalSearch.of(learning(sampler), "packing.size=1");
    alone.run("back", Disturbed.backwards(LocalSearch.executor(3)));
    assertEquals(whole, LocalSearch.tables("back"));
    for (int k = 1; k <= OF_LEARNING; k++) {
      PackExecutor stopping = Disturbed.stopping(LocalSearch.executor(2), k);
      assertThrows(Disturbed.Stopped.class, () -> alone.run("stopped", stopping));
      alone.run("stopped", LocalSearch.executor(1));
      assertEquals(whole, LocalSearch.tables("stopped"), "after " + k + " results");
      MemoryFileSystem.clear();
    }
  }

  /** Three rounds, each in a box around the best of those before; then noise says how many. */
  private static final String COARSE_TO_FINE =
      """
        stages = [search, fine]
        stage.search {
          rounds = 3, trials = 18
          space { hidden = [[3], [2]], l2 = [0.1, 0, 0.01], schedule.eta { log-uniform = [0.001, 1e6] } }
        }
        stage.fine { sampler = random, trials = 3, narrow { from = search, best = auto } }
      """;

  @Test
  void coarseToFine_saysWhichBoundsMoved_andIsTheSameAfterAnyResult() {
    LocalSearch search = LocalSearch.of(COARSE_TO_FINE, "packing.size=1");
    search.run("whole", LocalSearch.executor(2));
    Map<String, String> whole = LocalSearch.tables("whole");
    List<String> moved = search.moved();
    String plan = plan("whole");
    assertTrue(moved.get(0).matches("search: round 2: .* best so far ha.*"), moved.toString());
    assertTrue(
        moved.stream().anyMatch(why -> why.matches("fine: eta from .*, not 0.001 to 1000000: .*")),
        moved.toString());
    for (String why : moved) {
      assertTrue(plan.contains(why.split(": ", 2)[1]), why + " in " + plan);
    }
    for (int k = 1; k <= 21; k++) {
      PackExecutor stopping = Disturbed.stopping(LocalSearch.executor(1), k);
      assertThrows(Disturbed.Stopped.class, () -> search.run("stopped", stopping));
      search.run("stopped", LocalSearch.executor(3));
      assertEquals(whole, LocalSearch.tables("stopped"), "after " + k + " results");
      assertEquals(plan, plan("stopped"));
      assertEquals(moved, search.moved());
      MemoryFileSystem.clear();
    }
  }

  private static String plan(String name) {
    return MemoryFileSystem.texts("/" + name).get("plan.json");
  }

  @Test
  void scores_standWhereTheyAreChosenBy_andNowhereElse() {
    LocalSearch.of(learning(SamplerName.GP), "stage.fine.choose=mean")
        .run("scores", LocalSearch.executor(2));
    List<String> lines = lines("scores", "trials.csv");
    int score = List.of(lines.get(0).split(",")).indexOf("score");
    for (String line : lines.subList(1, lines.size())) {
      boolean scored = line.contains(",coarse,") && line.contains(",COMPLETED,");
      assertEquals(scored, !line.split(",", -1)[score].isEmpty(), line);
    }
  }

  @Test
  void importance_isATable_whereASearchEnds_orStops() {
    String stages = learning(SamplerName.GP);
    LocalSearch.of(stages).run("whole", LocalSearch.executor(2));
    List<String> importance = lines("whole", "importance.csv");
    assertEquals(3, importance.stream().filter(line -> line.contains(",coarse,")).count());
    LocalSearch.of(stages, "limits.trials=15").run("stopped", LocalSearch.executor(2));
    assertEquals(importance.subList(0, 4), lines("stopped", "importance.csv"));
  }

  /** Two rounds of confirm; some configurations diverge, and are not among the best. */
  private static final String CONFIRM =
      """
        stages = [coarse, confirm, final]
        stage.coarse {
          sampler = gp, trials = 9, batch = 5
          space { hidden = [[3], [2]], schedule.eta { log-uniform = [0.001, 1e6] } }
        }
        stage.confirm { best = 3, finalists = 2, repeats = 2 }
        stage.final { repeats = 2 }
      """;

  private static final int OF_CONFIRM = 9 + (3 + 2 * 2) + 2;

  @Test
  void confirm_isTheSame_onAnyCores_andAfterAnyResult() {
    LocalSearch.of(CONFIRM).run("whole", LocalSearch.executor(1));
    Map<String, String> whole = LocalSearch.tables("whole");
    assertEquals(1 + OF_CONFIRM, whole.get("trials.csv").lines().count());
    assertEquals(1 + 3, whole.get("confirmation.csv").lines().count());
    LocalSearch alone = LocalSearch.of(CONFIRM, "packing.size=1");
    alone.run("back", Disturbed.backwards(LocalSearch.executor(3)));
    assertEquals(whole, LocalSearch.tables("back"));
    for (int k = 1; k <= OF_CONFIRM; k++) {
      PackExecutor stopping = Disturbed.stopping(LocalSearch.executor(2), k);
      assertThrows(Disturbed.Stopped.class, () -> alone.run("stopped", stopping));
      alone.run("stopped", LocalSearch.executor(1));
      assertEquals(whole, LocalSearch.tables("stopped"), "after " + k + " results");
      MemoryFileSystem.clear();
    }
  }

  /**
   * Repeat 0 is the search's; 1 is confirm's first round, 2 and 3 are its second, the rest final's.
   */
  @Test
  void confirmAndFinal_trainRepeats_thatNoStageBeforeHasTrained() {
    LocalSearch.of(CONFIRM).run("fresh", LocalSearch.executor(2));
    List<String> repeats =
        lines("fresh", "trials.csv").stream()
            .skip(1)
            .map(line -> line.split(",", 6))
            .map(cells -> cells[1] + " " + cells[4])
            .distinct()
            .toList();
    assertEquals(
        List.of("coarse 0", "confirm 1", "confirm 2", "confirm 3", "final 4", "final 5"), repeats);
  }

  @Test
  void final_trainsTheFirstRowOfConfirmation() {
    LocalSearch.of(CONFIRM).run("won", LocalSearch.executor(2));
    String winner = lines("won", "confirmation.csv").get(1).split(",", -1)[4];
    List<String> last =
        lines("won", "trials.csv").stream().filter(line -> line.contains(",final,")).toList();
    assertEquals(2, last.size());
    last.forEach(line -> assertEquals(winner, line.split(",", -1)[3]));
    assertTrue(LocalSearch.tables("won").containsKey("predictions.csv"));
  }

  /** Some of the stages first, then all: the journal says what is done. */
  @Test
  void stagesThatWereLeftOut_runLater_toTheSameTables() {
    Map<String, String> whole = undisturbed();
    LocalSearch some = LocalSearch.of(STAGES, "stages=[coarse, fine]");
    some.run("some", LocalSearch.executor(2));
    assertEquals(1 + 5 + 4, LocalSearch.tables("some").get("trials.csv").lines().count());
    LocalSearch all = LocalSearch.of(STAGES);
    all.run("some", LocalSearch.executor(2));
    assertEquals(
        List.of("[coarse, other]: 5 of 9 known", "[fine]: 4 of 4 known", "[final]: 0 of 2 known"),
        all.heard());
    assertEquals(whole, LocalSearch.tables("some"));
  }

  @Test
  void whatIsGoneFromTheRun_isTrainedAgain_andToldOf() {
    Map<String, String> whole = undisturbed();
    for (String file : List.of("models/final-1.npz", "predictions.csv", "predictions.parquet")) {
      RunDirectory run = LocalSearch.directory("whole");
      run.folder().delete(file);
      LocalSearch again = LocalSearch.of(STAGES);
      again.run("whole", LocalSearch.executor(1));
      assertTrue(run.folder().has(file), file);
      assertTrue(
          again
              .heard()
              .contains(
                  "trials that are done and are trained again: 1; %s is not in the run directory"
                      .formatted(file)),
          again.heard()::toString);
      assertEquals(whole, LocalSearch.tables("whole"));
    }
  }

  @Test
  void modelsThatWereNotKept_areMade_whereTheyAreWantedNow() {
    Map<String, String> whole = undisturbed();
    LocalSearch all = LocalSearch.of(STAGES, "keep-models=all");
    all.run("whole", LocalSearch.executor(2));
    assertEquals(
        TRIALS - 2, // of two rates, one diverges in both repeats
        LocalSearch.directory("whole").folder().list("models").size());
    assertEquals(whole, LocalSearch.tables("whole"));
    all.run("whole", LocalSearch.executor(2));
    assertEquals(
        List.of("[coarse, other]: 9 of 9 known", "[fine]: 4 of 4 known", "[final]: 2 of 2 known"),
        all.heard());
  }

  @Test
  void stageThatOthersFollowFromNow_isAnotherPlan() {
    Map<String, String> whole = undisturbed();
    LocalSearch.of(STAGES, "stages=[coarse, final]").run("some", LocalSearch.executor(2));
    LocalSearch all = LocalSearch.of(STAGES);
    all.run("some", LocalSearch.executor(1));
    assertEquals("[coarse, other]: 5 of 9 known", all.heard().get(0));
    assertEquals(whole, LocalSearch.tables("some"));
  }

  @Test
  void resultsThatArriveBackwards_makeTheSameTables() {
    Map<String, String> whole = undisturbed();
    LocalSearch.of(STAGES, "packing.size=1")
        .run("back", Disturbed.backwards(LocalSearch.executor(2)));
    assertEquals(whole, LocalSearch.tables("back"));
  }

  @Test
  void stageWithoutAnyCompletedTrial_failsWithASummary_andItsTables() {
    LocalSearch search =
        LocalSearch.of("stages = [only]\nstage.only.space.schedule.eta = [1e5, 1e6]");
    for (int attempt = 0; attempt < 2; attempt++) { // the second from the journal
      SearchFailure failure =
          assertThrows(SearchFailure.class, () -> search.run("none", LocalSearch.executor(1)));
      assertTrue(
          failure.getMessage().startsWith("no trial of stage only completed: 2 × DIVERGED"),
          failure.getMessage());
      assertEquals(
          2, lines("none", "trials.csv").stream().filter(l -> l.contains(",DIVERGED,")).count());
    }
  }

  /** Two layers of so many weights that no array holds them. */
  @Test
  void trialThatThrows_isARow_andItsNeighboursAreAsWithoutIt() {
    String stages = "stages = [only]\nstage.only.space.hidden = [[3], [5]%s]";
    LocalSearch.of(stages.formatted(", [3, 1000000000]")).run("mixed", LocalSearch.executor(2));
    LocalSearch.of(stages.formatted("")).run("good", LocalSearch.executor(2));
    List<String> mixed = lines("mixed", "trials.csv");
    assertTrue(mixed.get(3).contains(",FAILED,EXCEPTION,"), mixed.get(3));
    assertEquals(lines("good", "trials.csv"), mixed.subList(0, 3));
    assertTrue(lines("mixed", "executions.csv").get(3).contains("Exception"));
  }

  @Test
  void trialsWhoseTimeIsUp_runAgain_whenTheyMayTakeLonger() {
    Map<String, String> whole = undisturbed();
    assertThrows(
        SearchFailure.class,
        () -> LocalSearch.of(STAGES, "limits.trial=1 ns").run("short", LocalSearch.executor(1)));
    LocalSearch.of(STAGES).run("short", LocalSearch.executor(1));
    assertEquals(whole, LocalSearch.tables("short"));
  }

  @Test
  void searchWhoseTimeIsUp_saysHowFarItIs_andGoesOn() {
    Map<String, String> whole = undisturbed();
    String why =
        LocalSearch.of(STAGES, "limits.search=1 ns")
            .run("late", LocalSearch.executor(1))
            .stopped()
            .orElseThrow();
    assertTrue(why.contains("0 of 5 trials of coarse are done, 0 of 4 trials of other"), why);
    LocalSearch.of(STAGES).run("late", LocalSearch.executor(1));
    assertEquals(whole, LocalSearch.tables("late"));
  }

  /** Whole packs would not fit: what is allowed is told trial by trial. */
  @Test
  void searchOfFewerTrials_endsInFrontOfTheNext_andGoesOnWithMore() {
    Map<String, String> whole = undisturbed();
    for (int most = 1; most < TRIALS; most++) {
      String why =
          LocalSearch.of(STAGES, "limits.trials=" + most)
              .run("few", LocalSearch.executor(2))
              .stopped()
              .orElseThrow();
      assertTrue(why.startsWith("limits.trials, " + most + ", was reached: "), why);
      assertEquals(1 + most, LocalSearch.tables("few").get("trials.csv").lines().count());
    }
    assertTrue(
        LocalSearch.of(STAGES, "limits.trials=" + TRIALS)
            .run("few", LocalSearch.executor(2))
            .stopped()
            .isEmpty());
    assertEquals(whole, LocalSearch.tables("few"));
  }

  @Test
  void searchOfFewerEpochs_endsInFrontOfTheTrialThatWouldBeTooMuch() {
    String stages =
        "stages = [only]\nstage.only { sampler = grid, space { epochs = [3], l2 = [0, 0.1, 0.2] } }";
    String why =
        LocalSearch.of(stages, "limits.epochs=8", "limits.trials=3")
            .run("few", LocalSearch.executor(1))
            .stopped()
            .orElseThrow();
    assertEquals("limits.epochs, 8, was reached: 2 of 3 trials of only are done", why);
    LocalSearch.of(stages, "limits.epochs=9").run("few", LocalSearch.executor(1));
    assertEquals(4, lines("few", "trials.csv").size());
  }

  /** What has ended before the search hears of it is kept; the second run trains nothing. */
  @Test
  void searchThatIsGoodEnough_ends_andGoesOnWhereItIsNot() {
    Map<String, String> whole = undisturbed();
    LocalSearch modest = LocalSearch.of(STAGES, "limits.target-accuracy=0.01", "packing.size=1");
    String why = modest.run("good", LocalSearch.executor(1)).stopped().orElseThrow();
    assertTrue(why.startsWith("limits.target-accuracy, 0.01, was reached by coarse-"), why);
    Map<String, String> first = LocalSearch.tables("good");
    assertEquals(Optional.of(why), modest.run("good", LocalSearch.executor(1)).stopped());
    assertEquals(first, LocalSearch.tables("good"));
    LocalSearch.of(STAGES, "limits.target-accuracy=1").run("good", LocalSearch.executor(1));
    assertEquals(whole, LocalSearch.tables("good"));
  }

  private static List<String> lines(String run, String table) {
    return MemoryFileSystem.texts("/" + run).get(table).lines().toList();
  }
}
