package dev.sieve.driver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.SieveProcess.Result;
import dev.sieve.driver.harness.SmallSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repeats that are measured together, of trials of different lengths. */
class EnsembleIT {
  private static final String CONF =
      """
      search {
        data { source = synthetic, train = 500, validation = 100, synthetic { train = 600, test = 200 } }
        training {
          hidden = [12]
          batch-size = 50
          schedule { type = triangular, half-cycle = "1*floor(n/batch)" }
        }
        evaluation { ensemble = repeats, report-test = true }
        stages = [coarse, final]
        stage.coarse {
          repeats = 3
          space { epochs = [2, 4], l2 = [0, 0.01] }
        }
        stage.final { repeats = 2, data { train = 550, validation = 50 } }
      }
      """;

  @TempDir static Path folder;
  private static SmallSearch search;
  private static Result output;

  @BeforeAll
  static void search() {
    search = SmallSearch.in(folder, CONF);
    output = search.succeed("run");
  }

  private static List<Map<String, String>> rows(String run, String table) {
    List<String> lines = search.read(run, table).lines().toList();
    String[] header = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] values = line.split(",", -1);
      Map<String, String> row = new HashMap<>();
      for (int c = 0; c < header.length; c++) {
        row.put(header[c], values[c]);
      }
      rows.add(row);
    }
    return rows;
  }

  @Test
  void eachCandidate_hasItsEnsemble() {
    List<Map<String, String>> rows = rows("run", "ensembles.csv");
    assertEquals(
        List.of("coarse 0 2 3", "coarse 3 4 3", "coarse 6 2 3", "coarse 9 4 3"),
        rows.subList(0, 4).stream().map(EnsembleIT::summary).toList());
    assertEquals(5, rows.size());
    Map<String, String> last = rows.get(4);
    assertEquals("final", last.get("stage"));
    assertEquals("2", last.get("networks"));
    assertTrue(output.stdout().contains("ensemble of 2 repeats: validation "), output.stdout());
  }

  private static String summary(Map<String, String> row) {
    return String.join(
        " ", row.get("stage"), row.get("trial"), row.get("epochs"), row.get("networks"));
  }

  @Test
  void anEnsemble_standsBesideTheMeanOfItsNetworks() {
    Map<String, String> first = rows("run", "ensembles.csv").get(0);
    OptionalDouble mean =
        rows("run", "trials.csv").subList(0, 3).stream()
            .mapToDouble(row -> Double.parseDouble(row.get("test_accuracy")))
            .average();
    assertEquals(mean.orElseThrow(), Double.parseDouble(first.get("single_test_accuracy")), 1e-12);
    assertTrue(Double.parseDouble(first.get("test_accuracy")) > 0.1);
    assertTrue(Double.parseDouble(first.get("validation_loss")) > 0);
  }

  @Test
  void trialsOfTwoLengths_areTheSameAlone_andThoseWithoutProbabilitiesRunAgain()
      throws IOException {
    search.succeed("alone", "--set", "packing.size=1");
    assertSameTables("alone");
    Files.delete(search.run("alone").resolve("probabilities/coarse-4.npz"));
    Files.delete(search.run("alone").resolve("ensembles.csv"));
    Result again = search.succeed("alone", "--set", "packing.size=1");
    assertTrue(again.stderr().contains("11 of 12 trials are finished already"), again.stderr());
    assertSameTables("alone");
  }

  private static void assertSameTables(String run) {
    search.assertSameTables("run", run);
    assertEquals(search.read("run", "ensembles.csv"), search.read(run, "ensembles.csv"));
  }
}
