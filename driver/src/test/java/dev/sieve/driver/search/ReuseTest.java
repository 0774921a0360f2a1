package dev.sieve.driver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.error.UserError;
import dev.sieve.driver.harness.Disturbed;
import dev.sieve.driver.harness.LocalSearch;
import dev.sieve.driver.harness.MemoryFileSystem;
import dev.sieve.driver.run.Provenance;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finished trials of other runs, and of the same directory with another plan, are not trained. */
@Timeout(600)
class ReuseTest {
  /** A grid, another that needs nothing from it, and the best of both grids' first. */
  private static final String STAGES =
      """
        stages = [coarse, fine, final]
        stage.coarse { sampler = grid, space { l2 = [0, 0.01, 0.1] } }
        stage.fine { sampler = grid, training.epochs = 2, space { l2 = [0.02, 0.03] } }
        stage.final { from = fine, data { train = 45, validation = 15 } }
      """;

  private static final int TRIALS = 3 + 2 + 1;

  @AfterEach
  void forget() {
    MemoryFileSystem.onPlace(name -> {});
    MemoryFileSystem.clear();
  }

  /** Returns the trials that {@code search} trains in {@code name}. */
  private static List<String> trained(LocalSearch search, String name, String... reused) {
    List<Trial> trained = new ArrayList<>();
    search.run(name, Disturbed.noting(LocalSearch.executor(2), trained), reused);
    return trained.stream().map(Trial::label).sorted().toList();
  }

  /**
   * Returns all that a run leaves but when and where it was trained, and the tables' other files.
   */
  private static Map<String, String> left(String name) {
    Map<String, String> files = new TreeMap<>(MemoryFileSystem.texts("/" + name));
    files
        .keySet()
        .removeIf(
            file ->
                file.startsWith(".")
                    || file.startsWith("journal/")
                    || file.startsWith("executions.")
                    || file.endsWith(".parquet")
                    || file.equals("provenance.json"));
    return files;
  }

  /** Each changes the plan in one way; {@code new} are the trials that only the new plan has. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a widened grid  | stage.coarse.space.l2=[1, 0, 0.05, 0.01, 0.001, 0.1] | coarse-0 coarse-2 coarse-4
          a later stage   | stages=[coarse, fine, more, final];stage.more.space.l2=[7] | more-0
          a repeat        | stage.coarse.repeats=2              | coarse-1 coarse-3 coarse-5
          another final   | stage.final.training.epochs=3       | final-0
          no stage fine   | stages=[coarse, final];stage.final.from=coarse | final-0
          another name    | name=other                          |
          fewer trials    | stage.coarse.space.l2=[0.1, 0]      |
          other packs     | stage.coarse.space.l2=[0.1];packing.size=1 |
          all the models  | stage.coarse.space.l2=[0.1];keep-models=all | coarse-0 fine-0 fine-1
          """)
  void changedPlan_trainsOnlyWhatIsNew_toTheBytesOfARunFromNothing(
      String what, String settings, String added) {
    List<String> expected = added == null ? List.of() : List.of(added.split(" "));
    LocalSearch changed = LocalSearch.of(STAGES, settings.split(";"));
    changed.run("new", LocalSearch.executor(1));
    LocalSearch.of(STAGES).run("old", LocalSearch.executor(2));
    assertEquals(expected, trained(changed, "by-option", "old"));
    assertEquals(left("new"), left("by-option"));
    Map<String, String> old = left("old");
    assertEquals(expected, trained(changed, "old"));
    assertEquals(left("new"), left("old"));
    boolean aside = !left("old-1").isEmpty();
    assertEquals(aside ? old : Map.of(), left("old-1"), "a later stage goes on in place");
  }

  @Test
  void trialsOfSeveralRuns_areFound_inTheFirstThatHasThem() {
    LocalSearch.of(STAGES, "stage.coarse.space.l2=[0]").run("one", LocalSearch.executor(1));
    LocalSearch.of(STAGES, "stage.coarse.space.l2=[0, 0.1]", "name=two")
        .run("two", LocalSearch.executor(1));
    LocalSearch all = LocalSearch.of(STAGES);
    assertEquals(List.of("coarse-1"), trained(all, "all", "one", "two"));
    List<String> packs = lines("all", "executions.csv");
    assertTrue(packs.get(1).contains(",one:"), packs.get(1));
    assertFalse(packs.get(2).contains(":coarse"), packs.get(2));
    assertTrue(packs.get(3).contains(",two:"), packs.get(3));
  }

  @Test
  void whatWasTakenOver_isTakenOverFurther() {
    LocalSearch.of(STAGES).run("first", LocalSearch.executor(1));
    LocalSearch.of(STAGES, "name=second").run("second", LocalSearch.executor(1), "first");
    MemoryFileSystem.texts("/first")
        .keySet()
        .forEach(LocalSearch.directory("first").folder()::delete);
    assertEquals(List.of(), trained(LocalSearch.of(STAGES), "third", "second"));
  }

  @Test
  void planThatIsChangedAndChangedBack_trainsNothing() {
    LocalSearch first = LocalSearch.of(STAGES);
    first.run("run", LocalSearch.executor(1));
    Map<String, String> before = left("run");
    LocalSearch.of(STAGES, "stage.coarse.space.l2=[0]").run("run", LocalSearch.executor(1));
    assertEquals(List.of(), trained(first, "run"));
    assertEquals(before, left("run"));
  }

  /** Every sampler, halving, confirm: whatever the plan says, the same trials are found. */
  @ParameterizedTest
  @CsvSource({
    "random, ''",
    "gp, batch = 4",
    "tpe, batch = 4",
    "sobol, 'halving { rungs = [1, 2, 4], keep = 0.5, audit = 0.5 }'"
  })
  void allOfAnotherRun_isTakenOver(String sampler, String more) {
    String stages =
        """
          evaluation { ensemble = repeats, mirror = true }
          stages = [coarse, confirm, final]
          stage.coarse {
            sampler = %s, trials = 8, training.epochs = 4, %s
            space { hidden = [[3], [2]], schedule.eta { log-uniform = [0.001, 1e6] } }
          }
          stage.confirm { best = 3, finalists = 2, repeats = 2 }
          stage.final { repeats = 2 }
        """
            .formatted(sampler, more);
    LocalSearch.of(stages).run("old", LocalSearch.executor(2));
    LocalSearch renamed = LocalSearch.of(stages, "name=renamed");
    renamed.run("new", LocalSearch.executor(1));
    assertEquals(List.of(), trained(renamed, "taken", "old"));
    assertEquals(left("new"), left("taken"));
    assertTrue(left("taken").containsKey("models/final-0.npz"));
    assertTrue(left("taken").containsKey("probabilities/final-1.npz"));
  }

  @Test
  void killedRun_givesWhatItHasFinished() {
    LocalSearch old = LocalSearch.of(STAGES, "packing.size=1");
    LocalSearch wide = LocalSearch.of(STAGES, "stage.coarse.space.l2=[0, 0.05, 0.01, 0.1]");
    wide.run("whole", LocalSearch.executor(1));
    for (int k = 2; k <= TRIALS; k++) {
      int last = k;
      assertThrows(
          Disturbed.Stopped.class,
          () -> old.run("old", Disturbed.stopping(LocalSearch.executor(1), last)));
      assertEquals(TRIALS + 1 - (k - 1), trained(wide, "old").size());
      assertEquals(left("whole"), left("old"));
      MemoryFileSystem.texts("/old")
          .keySet()
          .forEach(LocalSearch.directory("old").folder()::delete);
      MemoryFileSystem.texts("/old-1")
          .keySet()
          .forEach(LocalSearch.directory("old-1").folder()::delete);
    }
  }

  /** The driver is killed at each file in turn: nothing that was finished is trained again. */
  @Test
  void killsAtAnyFile_loseNothingOfTheOldRun() {
    LocalSearch old = LocalSearch.of(STAGES);
    LocalSearch wide = LocalSearch.of(STAGES, "stage.coarse.space.l2=[0, 0.05, 0.01, 0.1]");
    old.run("old", LocalSearch.executor(1));
    AtomicInteger placed = new AtomicInteger();
    MemoryFileSystem.onPlace(name -> placed.incrementAndGet());
    wide.run("old", LocalSearch.executor(1));
    Map<String, String> whole = left("old");
    for (int k = 1; k <= placed.get(); k++) {
      MemoryFileSystem.onPlace(name -> {});
      MemoryFileSystem.clear();
      old.run("old", LocalSearch.executor(1));
      AtomicInteger left = new AtomicInteger(k);
      MemoryFileSystem.onPlace(
          name -> {
            if (left.decrementAndGet() == 0) {
              throw new Disturbed.Stopped(name);
            }
          });
      List<Trial> trained = new ArrayList<>();
      assertThrows(
          Disturbed.Stopped.class,
          () -> wide.run("old", Disturbed.noting(LocalSearch.executor(1), trained)));
      MemoryFileSystem.onPlace(name -> {});
      wide.run("old", Disturbed.noting(LocalSearch.executor(1), trained));
      assertTrue(
          trained.stream().allMatch(trial -> trial.label().equals("coarse-1")),
          "at file " + k + ": " + trained);
      assertEquals(whole, left("old"), "at file " + k);
    }
  }

  @Test
  void continuation_needsNoOption_andSaysWhichRunsAreGone() {
    LocalSearch.of(STAGES).run("old", LocalSearch.executor(1));
    LocalSearch wide = LocalSearch.of(STAGES, "stage.coarse.space.l2=[0, 0.05, 0.01, 0.1]");
    assertThrows(
        Disturbed.Stopped.class,
        () -> wide.run("new", Disturbed.stopping(LocalSearch.executor(1), 1), "old"));
    assertEquals(List.of("coarse-1"), trained(wide, "new"));
    assertEquals(
        List.of("mem:/old"), Provenance.of(LocalSearch.directory("new")).orElseThrow().reused());
    LocalSearch.directory("old").folder().delete(RunDirectory.CONF);
    assertEquals(List.of(), trained(wide, "new"));
    assertEquals(
        "mem:/old is gone: what was not taken over from it yet is trained", wide.heard().get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          seed=2                    | search.seed is 1 there, but 2 here
          evaluation.interval=1     | search.evaluation.interval is "epoch" there, but 1 here
          data.normalization=none   | search.stage.coarse.data.normalization is "per-pixel" there, but "none" here
          diverged-loss=50          | search.diverged-loss is
          training.batch-size=5     | search.stage.coarse.training.batch-size is 10 there, but 5 here
          """)
  void runOfWhichNothingCanBeKept_isRefused_withTheKeys(String setting, String why) {
    LocalSearch.of(STAGES).run("old", LocalSearch.executor(1));
    Map<String, String> old = MemoryFileSystem.texts("/");
    LocalSearch other = LocalSearch.of(STAGES, setting);
    UserError refused =
        assertThrows(UserError.class, () -> other.run("old", LocalSearch.executor(1)));
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
    assertTrue(refused.getMessage().contains("none of its trials can be kept"));
    assertEquals(old, MemoryFileSystem.texts("/"), "nothing is written");
  }

  @Test
  void namedRunOfOtherData_isRefused() {
    LocalSearch.of(STAGES).run("old", LocalSearch.executor(1));
    LocalSearch other = LocalSearch.of(STAGES, "seed=2");
    UserError refused =
        assertThrows(UserError.class, () -> other.run("new", LocalSearch.executor(1), "old"));
    assertTrue(
        refused
            .getMessage()
            .contains("no trial of mem:/old can be taken over: mem:/old holds another search:"),
        refused.getMessage());
    assertThrows(UserError.class, () -> other.run("new", LocalSearch.executor(1), "nothing-there"));
    assertFalse(LocalSearch.directory("new").isInUse());
  }

  @Test
  void runOfAnotherVersion_isLeftOut_andToldOf() {
    LocalSearch.of(STAGES).run("old", LocalSearch.executor(1));
    RunDirectory run = LocalSearch.directory("old");
    String provenance = run.folder().read("provenance.json");
    run.folder().write("provenance.json", provenance.replace("\"test\"", "\"0.1\""));
    LocalSearch search = LocalSearch.of(STAGES);
    assertEquals(TRIALS, trained(search, "new", "old").size());
    assertTrue(search.heard().get(0).startsWith("nothing is taken over from mem:/old"));
    assertTrue(search.heard().get(0).contains("(Sieve 0.1, now test)"), search.heard().get(0));
  }

  /** Its network lies under a name that another trial has had, too. */
  @Test
  void modelThatMayBeAnothers_isTrainedAgain() {
    LocalSearch search = LocalSearch.of(STAGES, "keep-models=all");
    search.run("old", LocalSearch.executor(1));
    RunDirectory run = LocalSearch.directory("old");
    LocalSearch.of(STAGES, "keep-models=all", "stage.fine.space.l2=[0.03, 0.02]")
        .run("swapped", LocalSearch.executor(1));
    MemoryFileSystem.texts("/swapped/journal")
        .forEach((name, text) -> run.folder().write("journal/other-" + name, text));
    List<String> trained =
        trained(LocalSearch.of(STAGES, "name=n", "keep-models=all"), "new", "old");
    assertEquals(List.of("fine-0", "fine-1"), trained.subList(trained.size() - 2, trained.size()));
  }

  private static List<String> lines(String run, String table) {
    return MemoryFileSystem.texts("/" + run).get(table).lines().toList();
  }
}
