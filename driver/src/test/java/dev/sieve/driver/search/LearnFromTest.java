package dev.sieve.driver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.harness.Disturbed;
import dev.sieve.driver.harness.LocalSearch;
import dev.sieve.driver.harness.MemoryFileSystem;
import dev.sieve.driver.plan.cube.LearnedPoints;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.learned.LearnedStage;
import dev.sieve.sample.cube.Evaluation;
import dev.sieve.space.SearchSpace;
import dev.sieve.trial.Metric;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches whose samplers are told what other runs have found. */
@Timeout(600)
class LearnFromTest {
  private static final String EARLIER =
      """
        stages = [coarse, confirm, final]
        stage.coarse {
          sampler = random, trials = 20, training.epochs = 2
          space {
            hidden = [[3], [2], []]
            l2 { log-uniform = [1e-6, 1e-1] }
            schedule.eta { log-uniform = [0.001, 1e6] }
          }
        }
        stage.confirm { best = 2, finalists = 1 }
      """;

  private static final String LATER =
      """
        stages = [search, final]
        stage.search {
          sampler = gp, trials = 12, batch = 4
          space {
            hidden = [[2], [3], [4]]
            l2 { log-uniform = [1e-5, 1e-2] }
            schedule.eta { log-uniform = [0.01, 1e4] }
          }
        }
      """;

  @BeforeEach
  void runEarlierSearch() {
    LocalSearch.of(EARLIER).run("earlier", LocalSearch.executor(2));
  }

  @AfterEach
  void forget() {
    MemoryFileSystem.onPlace(name -> {});
    MemoryFileSystem.clear();
  }

  private static Map<String, String> tables(LocalSearch search, String name, int cores) {
    search.run(name, LocalSearch.executor(cores));
    return LocalSearch.tables(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gp", "tpe"})
  void whatItHasLearned_decidesWhatItAsksFor(String sampler) {
    LocalSearch search = LocalSearch.of(LATER, "stage.search.sampler=" + sampler);
    Map<String, String> alone = tables(search, "alone", 1);
    LocalSearch learning = search.learning("learning", "earlier");
    Map<String, String> learned = tables(learning, "learning", 2);
    assertNotEquals(alone.get("trials.csv"), learned.get("trials.csv"));
    assertEquals(1 + 12 + 1, learned.get("trials.csv").lines().count(), "nothing else is a trial");
    assertEquals(learned, tables(search.learning("again", "earlier"), "again", 1));
    assertTrue(
        learning
            .moved()
            .get(0)
            .matches("search: learned from \\d+ of the 20 configurations of coarse of earlier; .*"),
        () -> learning.moved().toString());
    assertTrue(
        MemoryFileSystem.texts("/learning").get("plan.json").contains("learned from"),
        "the report tells it");
  }

  /** Also where the earlier run is gone by then. */
  @Test
  void searchThatIsStoppedAnywhere_goesOnToTheSameTables() {
    LocalSearch search = LocalSearch.of(LATER, "packing.size=1");
    Map<String, String> whole = tables(search.learning("whole", "earlier"), "whole", 1);
    LocalSearch learning = search.learning("stopped", "earlier");
    for (int k = 1; k <= 13; k++) {
      int after = k;
      assertThrows(
          Disturbed.Stopped.class,
          () -> learning.run("stopped", Disturbed.stopping(LocalSearch.executor(1), after)));
      LocalSearch.directory("earlier").folder().delete("trials.csv");
      assertEquals(whole, tables(search.learning("stopped", "earlier"), "stopped", 1));
      LocalSearch.of(EARLIER).run("earlier", LocalSearch.executor(2));
      MemoryFileSystem.texts("/stopped")
          .keySet()
          .forEach(LocalSearch.directory("stopped").folder()::delete);
    }
  }

  @Test
  void resolvedConf_bringsWhatWasLearnedAlong() {
    LocalSearch learning = LocalSearch.of(LATER).learning("learning", "earlier");
    Map<String, String> learned = tables(learning, "learning", 1);
    String conf = LocalSearch.directory("learning").folder().read(RunDirectory.CONF);
    assertEquals(
        learning.conf().learned(), ConfFile.parse(conf, "x.conf", List.of(), Map.of()).learned());
    assertEquals(learned, tables(LocalSearch.over(LocalSearch.IMAGES, conf), "elsewhere", 1));
  }

  @Test
  void continuation_needsNoOption() {
    LocalSearch search = LocalSearch.of(LATER, "packing.size=1");
    Map<String, String> whole = tables(search.learning("whole", "earlier"), "whole", 1);
    LocalSearch learning = search.learning("run", "earlier");
    assertThrows(
        Disturbed.Stopped.class,
        () -> learning.run("run", Disturbed.stopping(LocalSearch.executor(1), 6)));
    assertEquals(whole, tables(search.learning("run"), "run", 1));
    LocalSearch changed = LocalSearch.of(LATER, "stage.search.batch=2").learning("run");
    assertEquals(List.of(), changed.conf().learned(), "another search has learned nothing");
  }

  @Test
  void whatIsLearnedFromAnotherRun_isAnotherPlan() {
    LocalSearch search = LocalSearch.of(LATER, "stage.search.space.l2=[0.001, 0.01]");
    search.learning("run", "earlier").run("run", LocalSearch.executor(1));
    LocalSearch.of(EARLIER, "name=other", "stage.coarse.trials=30")
        .run("other", LocalSearch.executor(1));
    LocalSearch learning = search.learning("run", "other");
    Map<String, String> alone = tables(search.learning("alone", "other"), "alone", 1);
    assertEquals(alone, tables(learning, "run", 1));
    assertTrue(LocalSearch.directory("run-1").isInUse(), "the plan has changed");
  }

  /**
   * Which of two configurations lie in the space: the first has hidden 3, l2 0.01 and eta 1, the
   * second hidden 2, l2 0 and eta 100.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hidden = [[3], [2]], l2 = [0, 0.01], schedule.eta { log-uniform = [0.1, 1000] } | 2
          hidden = [[3], [2]], l2 = [0, 0.01], schedule.eta { log-uniform = [0.1, 10] }   | 1
          hidden = [[3], [2]], l2 = [0, 0.01], schedule.eta { log-uniform = [1, 10] }     | 1
          hidden = [[3], [2]], l2 = [0, 0.01], schedule.eta { log-uniform = [2, 10] }     | 0
          hidden = [[3], [4]], l2 = [0, 0.01], schedule.eta { log-uniform = [0.1, 1000] } | 1
          l2 = [0, 0.01], schedule.eta { log-uniform = [0.1, 1000] }                      | 1
          hidden = [[3], [2]], schedule.eta { log-uniform = [0.1, 1000] }                 | 1
          hidden = [[3], [2]], l2 { uniform = [0, 0.1] }, schedule.eta = [1, 100]         | 2
          hidden = [[3], [2]], l2 { log-uniform = [1e-9, 1] }, schedule.eta = [1, 100]    | 1
          hidden = [[3], [2]], l2 = [0, 0.01], schedule.eta = [1, 100], dropout = [0, 0.1] | 2
          hidden = [[3], [2]], l2 = [0, 0.01], schedule.eta = [1, 100], dropout = [0.1, 0.2] | 0
          hidden = [[3], [2]], l2 = [0, 0.01], schedule.eta = [1, 100], epochs = [1, 2]   | 2
          hidden = [[3], [2]], l2 = [0, 0.01], schedule.eta = [1, 100], batch-size { integer = [5, 20] } | 2
          hidden = [[3], [2]], l2 = [0, 0.01], schedule.eta = [1, 100], batch-size { integer = [11, 20] } | 0
          """)
  void configurationsOutsideOfTheSpace_areLeftOut(String space, int inside) {
    LocalSearch.of(
            """
              stages = [a, b]
              stage.a { sampler = grid, space { hidden = [[3], [2]], l2 = [0.01, 0], schedule.eta = [1, 100] } }
              stage.b { sampler = grid, space { l2 = [0, 0.01] }, training.schedule.eta = 1 }
            """)
        .run("grid", LocalSearch.executor(2));
    LocalSearch search =
        LocalSearch.of(
                "stages = [search], stage.search { trials = 2, sampler = gp, space { "
                    + space
                    + " } }")
            .learning("new", "grid");
    LearnedStage grid = search.conf().learned().get(0);
    LearnedStage two =
        new LearnedStage(
            grid.run(),
            grid.stage(),
            grid.examples(),
            grid.shared(),
            grid.configurations().stream()
                .filter(
                    one ->
                        List.of("3 0.01 1.0", "2 0.0 100.0")
                            .contains(
                                one.columns().get("hidden")
                                    + " "
                                    + one.columns().get("l2")
                                    + " "
                                    + one.columns().get("eta_max")))
                .toList());
    assertEquals(2, two.configurations().size());
    SearchSpace searched = search.conf().stages().get(0).plan().space();
    List<Evaluation> found = new LearnedPoints(searched, Metric.ACCURACY).of(two);
    assertEquals(inside, found.size());
  }

  @Test
  void repeatsAreOneResult_andDivergedOnesAreTold() {
    LocalSearch.of(
            """
              stages = [a]
              stage.a { sampler = grid, repeats = 3, space.schedule.eta = [0.1, 1e200] }
            """)
        .run("repeated", LocalSearch.executor(2));
    LearnedStage learned =
        LocalSearch.of(LATER).learning("new", "repeated").conf().learned().get(0);
    assertEquals(2, learned.configurations().size());
    assertEquals(3, learned.configurations().get(0).repeats());
    assertEquals(20, learned.examples());
    assertEquals(null, learned.configurations().get(1).worth());
    assertTrue(learned.configurations().get(0).worth() > 0);
  }

  @Test
  void confirmAndFinal_areNotLearnedFrom() {
    List<LearnedStage> learned = LocalSearch.of(LATER).learning("new", "earlier").conf().learned();
    assertEquals(List.of("coarse"), learned.stream().map(LearnedStage::stage).toList());
  }

  @Test
  void whatCannotBeLearned_isRefused_andNothingIsWritten() {
    LocalSearch later = LocalSearch.of(LATER);
    Map<String, String> before = MemoryFileSystem.texts("/");
    assertRefused(
        "--learn-from needs a stage whose sampler learns (gp, tpe or auto), but search.stages has none",
        () -> LocalSearch.of(EARLIER).learning("new", "earlier"));
    assertRefused(
        "--learn-from needs run directories, but mem:/nothing-there holds no search.conf",
        () -> later.learning("new", "nothing-there"));
    assertRefused(
        "must name other runs, but mem:/earlier is the search's own",
        () -> later.learning("earlier", "earlier"));
    assertRefused(
        "mem:/earlier/trials.csv has no column validation_macro_f1 to learn from",
        () -> LocalSearch.of(LATER, "evaluation.metric=macro-f1").learning("new", "earlier"));
    assertEquals(before, MemoryFileSystem.texts("/"));
    LocalSearch.directory("earlier").folder().delete("trials.csv");
    assertRefused(
        "--learn-from needs runs with completed trials, but mem:/earlier/trials.csv has none",
        () -> later.learning("new", "earlier"));
    assertFalse(LocalSearch.directory("new").isInUse());
  }

  private static void assertRefused(String why, Runnable asked) {
    UserError refused = assertThrows(UserError.class, asked::run);
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1]",
        "7",
        "[{ run = a }]",
        "[{ run = a, stage = b, examples = 0, shared {}, configurations = [] }]"
      })
  void keyThatTheOptionDidNotWrite_isRefused(String learned) {
    assertThrows(RuntimeException.class, () -> LocalSearch.of(LATER, "learned=" + learned));
  }
}
