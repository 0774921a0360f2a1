package dev.sieve.driver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.conf.ConfException;
import dev.sieve.driver.harness.Disturbed;
import dev.sieve.driver.harness.LocalSearch;
import dev.sieve.driver.harness.MemoryFileSystem;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.Tables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches over the type of the schedule, each type with its own numbers. */
@Timeout(600)
class SearchedScheduleTest {
  /** A constant rate shares its coordinate with the largest one of the others. */
  private static final String STAGES =
      """
        stages = [search, final]
        stage.search {
          sampler = random, trials = 24, training.epochs = 4
          space {
            l2 { log-uniform = [1e-5, 1e-1] }
            schedule {
              type = [constant, triangular, cosine]
              eta { log-uniform = [0.001, 0.01] }
              eta-max { log-uniform = [0.1, 1] }
              cycles = [1, 2, 4]
            }
          }
          training.schedule.half-cycle = 4
        }
      """;

  /** For each type, the columns that only some types have. */
  private static final Map<String, Set<String>> OWN =
      Map.of(
          "constant", Set.of(),
          "triangular", Set.of("half_cycle"),
          "cosine", Set.of("cycles", "warm_up"));

  @AfterEach
  void forget() {
    MemoryFileSystem.onPlace(name -> {});
    MemoryFileSystem.clear();
  }

  private static List<Map<String, String>> trials(String run) {
    return new Tables(LocalSearch.directory(run)).read("trials");
  }

  @ParameterizedTest
  @ValueSource(strings = {"random", "sobol", "latin-hypercube", "gp", "tpe"})
  void eachTrial_hasTheNumbersOfItsOwnType_fromTheirOwnDomains(String sampler) {
    LocalSearch.of(STAGES, "stage.search.sampler=" + sampler, "stage.search.batch=8")
        .run("run", LocalSearch.executor(2));
    Set<String> types = new HashSet<>();
    Set<String> configurations = new HashSet<>();
    List<Map<String, String>> rows = trials("run");
    for (Map<String, String> row : rows.subList(0, 24)) {
      String type = row.get("schedule");
      types.add(type);
      configurations.add(row.get("configuration"));
      for (String column : List.of("half_cycle", "cycles", "warm_up")) {
        assertEquals(OWN.get(type).contains(column), !row.get(column).isEmpty(), row::toString);
      }
      double largest = Double.parseDouble(row.get("eta_max"));
      assertTrue(type.equals("constant") ? largest <= 0.01 : largest >= 0.1, row::toString);
    }
    assertEquals(OWN.keySet(), types);
    assertEquals(24, configurations.size(), "none twice");
    Map<String, String> best = rows.get(24);
    assertEquals("final", best.get("stage"));
    assertTrue(configurations.contains(best.get("configuration")));
  }

  @Test
  void grid_hasEachConfigurationOfEachType_once() {
    LocalSearch.of(
            """
              stages = [grid]
              stage.grid {
                space {
                  schedule {
                    type = [cosine, constant]
                    eta = [0.001, 0.002, 0.003]
                    eta-max = [0.1, 0.2]
                    cycles = [1, 2]
                  }
                  batch-size = [10, 20]
                }
                training.epochs = 2
              }
            """)
        .run("run", LocalSearch.executor(2));
    List<Map<String, String>> rows = trials("run");
    assertEquals(2 * (2 * 2 + 3), rows.size());
    Set<String> different =
        rows.stream()
            .map(row -> row.get("configuration") + row.get("repeat"))
            .collect(Collectors.toSet());
    assertEquals(rows.size(), different.size());
    assertTrue(rows.stream().allMatch(row -> row.get("repeat").equals("0")), "none twice");
    Map<String, Integer> counts = new HashMap<>();
    rows.forEach(row -> counts.merge(row.get("schedule"), 1, Integer::sum));
    assertEquals(Map.of("cosine", 8, "constant", 6), counts);
    assertEquals("cosine", rows.get(0).get("schedule"), "in the order of the conf");
  }

  @ParameterizedTest
  @CsvSource({
    "gp, 'choose = mean'",
    "tpe, 'batch = 4'",
    "sobol, 'rounds = 2'",
    "random, 'halving { rungs = [2, 4], keep = 0.5, audit = 0.5 }'"
  })
  void searchThatIsStoppedAnywhere_goesOnToTheSameTables(String sampler, String more) {
    LocalSearch search =
        LocalSearch.of(
            STAGES.replace("sampler = random", more),
            "stage.search.sampler=" + sampler,
            "stage.search.trials=12",
            "stage.search.batch=4",
            "packing.size=1");
    search.run("whole", LocalSearch.executor(1));
    for (int k = 1; k <= 12; k += 3) {
      int after = k;
      assertThrows(
          Disturbed.Stopped.class,
          () -> search.run("stopped", Disturbed.stopping(LocalSearch.executor(1), after)));
      search.run("stopped", LocalSearch.executor(2));
      assertEquals(LocalSearch.tables("whole"), LocalSearch.tables("stopped"));
      MemoryFileSystem.texts("/stopped")
          .keySet()
          .forEach(LocalSearch.directory("stopped").folder()::delete);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"best = 1", "best = 2", "best = auto"})
  void narrowedStage_searchesTheTypesOfTheBestAlone(String best) {
    LocalSearch search =
        LocalSearch.of(
            STAGES.replace("stages = [search", "stages = [search, fine"),
            "stage.fine={ sampler = sobol, trials = 6, narrow { from = search, " + best + " } }");
    search.run("run", LocalSearch.executor(2));
    if (best.equals("best = 1")) {
      Set<String> types =
          trials("run").stream()
              .filter(row -> !row.get("stage").equals("search"))
              .map(row -> row.get("schedule"))
              .collect(Collectors.toSet());
      assertEquals(1, types.size(), types::toString);
    }
    List<Map<String, String>> fine =
        trials("run").stream().filter(row -> row.get("stage").equals("fine")).toList();
    assertEquals(6, fine.size());
  }

  @Test
  void resolvedConf_isTheSameSearch() {
    LocalSearch search = LocalSearch.of(STAGES);
    search.run("run", LocalSearch.executor(1));
    String conf = LocalSearch.directory("run").folder().read(RunDirectory.CONF);
    LocalSearch.over(LocalSearch.IMAGES, conf).run("again", LocalSearch.executor(1));
    assertEquals(LocalSearch.tables("run"), LocalSearch.tables("again"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stage.search.space.schedule.decay-every=[1, 2] | does not belong to a constant schedule, which has eta, nor to a triangular schedule, which has eta-min, eta-max, half-cycle, nor to a cosine schedule
          training.schedule.type=constant                |
          stage.search.training.schedule.type=constant   | search it or set it, not both
          stage.search.space.schedule.type=[constant, rising] | must be one of constant, triangular
          stage.search.space.schedule.type=[cosine, cosine]   | must list each value once
          stage.search.space.schedule.type=[triangular, step-decay] | search.stage.search.training.schedule.decay-factor must be given for a step-decay schedule
          stage.search.space.schedule.cycles=[0, 1]      | must be >= 1
          stage.search.training.schedule.half-cycle=99   | must fit into the 16 updates
          """)
  void mistakes_areNamed(String setting, String why) {
    if (why == null) {
      LocalSearch.of(STAGES, setting);
      return;
    }
    ConfException refused =
        assertThrows(ConfException.class, () -> LocalSearch.of(STAGES, setting));
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }
}
