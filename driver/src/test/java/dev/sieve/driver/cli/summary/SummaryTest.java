package dev.sieve.driver.cli.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.LocalSearch;
import dev.sieve.driver.harness.MemoryFileSystem;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static List<String> lines(String stages) {
    MemoryFileSystem.clear();
    return Summary.of(LocalSearch.of(stages).run("run", LocalSearch.executor(2)).results(), "run")
        .lines()
        .toList();
  }

  @Test
  void confirmed_haveATable_andOneLineOnWhetherTheyCanBeToldApart() {
    List<String> lines =
        lines(
            """
            stages = [coarse, confirm]
            stage.coarse { sampler = random, trials = 6, space.schedule.eta = [0.01, 0.1, 0.2] }
            stage.confirm { best = 3, finalists = 2 }
            """);
    int title = lines.indexOf("Confirmed by fresh repeats, mean validation accuracy:");
    assertTrue(title > 0, String.join("\n", lines));
    assertEquals(
        List.of(
            "trial", "repeats", "mean", "95", "%", "interval", "best", "first", "flattered", "eta"),
        List.of(lines.get(title + 1).strip().split(" +", -1)));
    assertTrue(
        lines.get(title + 2).matches("  coarse-\\d +3 +0\\.\\d{4} .*%.*"), lines.get(title + 2));
    assertTrue(lines.get(title + 5).contains("first"), lines.get(title + 5));
    assertTrue(
        lines.stream().skip(1).limit(title - 1L).noneMatch(line -> line.contains("confirm")),
        "the list of the best holds what was searched");
  }

  @Test
  void final_hasTheNumbersOfItsOwnSchedule() {
    String model =
        lines(
                """
                stages = [a, final]
                stage.a {
                  sampler = random, trials = 8
                  space.schedule { type = [constant, step-decay, exponential-decay], eta = [0.01, 0.1] }
                  training.schedule { decay-factor = 0.5, decay-every = 1 }
                }
                """)
            .stream()
            .filter(line -> line.startsWith("Final model:"))
            .findFirst()
            .orElseThrow();
    assertTrue(model.contains(", schedule "), model);
    assertFalse(model.contains(" -"), model);
    assertEquals(model.contains("step-decay"), model.contains("decay-every 1"), model);
  }

  @Test
  void final_hasAnInterval_thatSaysWhatItCovers() {
    String stages = "stages = [a, final]\nstage.a {}\nstage.final.repeats = %d";
    assertTrue(
        lines(stages.formatted(1)).stream()
            .anyMatch(
                line ->
                    line.matches(
                        "  95 % interval of the test accuracy: 0\\.\\d+ to 0\\.\\d+, over test examples alone,"
                            + " trained once")));
    assertTrue(
        lines(stages.formatted(3)).stream()
            .anyMatch(line -> line.endsWith(", over random seeds and test examples")));
  }
}
