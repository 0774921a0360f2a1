package dev.sieve.driver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.Disturbed;
import dev.sieve.driver.harness.LocalSearch;
import dev.sieve.driver.harness.MemoryFileSystem;
import dev.sieve.driver.harness.TableCells;
import dev.sieve.driver.repeat.RecordedRun;
import dev.sieve.driver.saving.Raced;
import dev.sieve.sample.ask.SamplerName;
import dev.sieve.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole searches in this JVM whose repeats are a race. */
@Timeout(300)
class RaceSearchTest {
  /**
   * Learning rates that learn nothing, something, or diverge; measured by the loss, which is fine.
   */
  private static final String STAGES =
      """
        training.epochs = 4
        evaluation.metric = loss
        stages = [coarse, final]
        stage.coarse {
          sampler = %s, trials = 12, batch = 6, repeats = { most = 4, race = true }
          space { hidden = [[3], [2, 2]], schedule.eta { log-uniform = [1e-6, 1e6] } }
        }
        stage.final {}
      """;

  private static final String RANDOM = STAGES.formatted("random");

  @AfterEach
  void forget() {
    MemoryFileSystem.clear();
  }

  private static Search.Outcome undisturbed(String stages) {
    return LocalSearch.of(stages).run("whole", LocalSearch.executor(2));
  }

  @Test
  void rounds_areRepeatsOfThoseThatAreStillInTheRace() {
    LocalSearch search = LocalSearch.of(RANDOM);
    search.run("heard", LocalSearch.executor(2));
    List<String> rounds = search.heard();
    assertEquals("[coarse, repeat 1]: 0 of 12 known", rounds.get(0));
    assertTrue(
        rounds.get(1).matches("\\[coarse, repeat 2]: 0 of ([5-9]|1[01]) known"), rounds::toString);
    assertTrue(rounds.get(3).matches("\\[coarse, repeat 4]: 0 of [2-9] known"), rounds::toString);
    assertEquals("[final]: 0 of 1 known", rounds.get(4));
  }

  @Test
  void table_saysWhichLeft_andWhy() {
    undisturbed(RANDOM);
    Map<String, List<Map<String, String>>> configurations =
        TableCells.of("whole", "trials.csv").stream()
            .filter(row -> row.get("stage").equals("coarse"))
            .collect(Collectors.groupingBy(row -> row.get("configuration")));
    assertEquals(12, configurations.size());
    for (List<Map<String, String>> repeats : configurations.values()) {
      boolean failed = repeats.stream().anyMatch(row -> row.get("status").equals("DIVERGED"));
      String why = repeats.size() == 4 ? "" : failed ? "failed" : "worse";
      repeats.forEach(row -> assertEquals(why, row.get("left_race")));
      assertTrue(repeats.size() > 1 || failed, "nobody is worse after one repeat");
    }
    assertEquals(
        List.of("", "failed", "worse"),
        configurations.values().stream()
            .map(repeats -> repeats.get(0).get("left_race"))
            .distinct()
            .sorted()
            .toList());
  }

  @Test
  void withoutARace_theTableIsAsItWas() {
    String plain = RANDOM.replace("{ most = 4, race = true }", "4");
    undisturbed(plain);
    Map<String, String> whole = LocalSearch.tables("whole");
    assertFalse(whole.get("trials.csv").contains("left_race"));
    LocalSearch.of(RANDOM.replace("race = true", "race = false"))
        .run("most", LocalSearch.executor(2));
    assertEquals(whole, LocalSearch.tables("most"));
  }

  /** What is trained is what would have been trained without the race, but for numbers. */
  @Test
  void savings_countTrainingsAndThoseThatLeft() {
    Raced raced = undisturbed(RANDOM).results().savings().races().get(0);
    long rows =
        TableCells.of("whole", "trials.csv").stream()
            .filter(row -> row.get("stage").equals("coarse"))
            .count();
    assertEquals(rows, raced.trainings());
    assertEquals(12 * 4, raced.whole());
    assertEquals(11 * 3, raced.comparisons());
    assertTrue(raced.trainings() < raced.whole());
    assertTrue(raced.left(Raced.WORSE) >= 1 && raced.left(Raced.FAILED) >= 1, raced::toString);
  }

  /** Five draws from three configurations: those that are drawn twice get no repeats ahead. */
  @Test
  void configurationThatIsDrawnTwice_isOne() {
    String stages =
        """
          evaluation.metric = loss
          stages = [only]
          stage.only {
            sampler = random, trials = 5, repeats { most = 2, race = true }, space.hidden = [[2], [3], [4]]
          }
        """;
    LocalSearch search = LocalSearch.of(stages);
    search.run("twice", LocalSearch.executor(2));
    List<Map<String, String>> rows = TableCells.of("twice", "trials.csv");
    long distinct = rows.stream().map(row -> row.get("configuration")).distinct().count();
    assertEquals("[only, repeat 1]: 0 of " + distinct + " known", search.heard().get(0));
    assertEquals("[only, repeat 2]: 0 of " + distinct + " known", search.heard().get(1));
  }

  @ParameterizedTest
  @EnumSource(names = "GRID", mode = EnumSource.Mode.EXCLUDE)
  void raceOfAnySampler_isTheSame_onAnyCores_andAfterAnyResult(SamplerName sampler) {
    String stages = STAGES.formatted(sampler.text());
    undisturbed(stages);
    Map<String, String> whole = LocalSearch.tables("whole");
    LocalSearch alone = LocalSearch.of(stages, "packing.size=1");
    alone.run("back", Disturbed.backwards(LocalSearch.executor(3)));
    assertEquals(whole, LocalSearch.tables("back"));
    int results = TableCells.of("whole", "trials.csv").size();
    for (int k = 1; k <= results; k++) {
      var stopping = Disturbed.stopping(LocalSearch.executor(2), k);
      assertThrows(Disturbed.Stopped.class, () -> alone.run("stopped", stopping));
      alone.run("stopped", LocalSearch.executor(1));
      assertEquals(whole, LocalSearch.tables("stopped"), "after " + k + " results");
      MemoryFileSystem.clear();
    }
  }

  @Test
  void plan_saysTheRule() {
    undisturbed(RANDOM);
    String plan = MemoryFileSystem.texts("/whole").get("plan.json");
    assertTrue(plan.contains("race: up to 4 repeats, no further ones where"), plan);
  }

  @Test
  void recordedTrials_areTheSameWhenTheyAreTrainedAgain() {
    LocalSearch search = LocalSearch.of(RANDOM);
    search.run("whole", LocalSearch.executor(2));
    RecordedRun recorded =
        new RecordedRun(
            search.conf(), LocalSearch.IMAGES, LocalSearch.directory("whole"), warning -> {});
    for (Trial trial : recorded.lasting()) {
      assertTrue(recorded.repeat(trial).isSame(), trial.label());
    }
  }

  @Test
  void limit_stopsInARound_andSaysHowFarItIs() {
    String stopped =
        LocalSearch.of(RANDOM, "limits.trials=14")
            .run("limited", LocalSearch.executor(2))
            .stopped()
            .orElseThrow();
    assertTrue(
        stopped.matches(
            "limits.trials, 14, was reached: 2 of \\d+ trials of coarse, repeat 2 are done"),
        stopped);
    LocalSearch.of(RANDOM).run("limited", LocalSearch.executor(2));
    undisturbed(RANDOM);
    assertEquals(LocalSearch.tables("whole"), LocalSearch.tables("limited"));
  }
}
