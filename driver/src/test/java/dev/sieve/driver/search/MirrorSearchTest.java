package dev.sieve.driver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.driver.cli.summary.Summary;
import dev.sieve.driver.harness.Disturbed;
import dev.sieve.driver.harness.LocalSearch;
import dev.sieve.driver.harness.MemoryFileSystem;
import dev.sieve.driver.stage.StageData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Searches whose networks are measured by each image and its mirror image besides. */
class MirrorSearchTest {
  private static final String STAGES =
      """
        evaluation { ensemble = repeats, mirror = true }
        stages = [search, confirm, final]
        stage.search {
          trials = 4, sampler = random
          space { hidden = [[3], [2, 2]], l2 { log-uniform = [1e-5, 1e-1] } }
        }
        stage.confirm { best = 2, finalists = 2, repeats = 1 }
        stage.final { repeats = 3, data { train = 45, validation = 15 } }
      """;

  @AfterEach
  void forget() {
    MemoryFileSystem.clear();
  }

  private static List<Map<String, String>> rows(String table) {
    List<String> lines = table.lines().toList();
    String[] header = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] values = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int c = 0; c < header.length; c++) {
        row.put(header[c], values[c]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  @Test
  void packs_coresAndInterruptions_changeNoByte() {
    LocalSearch.of(STAGES).run("whole", LocalSearch.executor(1));
    LocalSearch alone = LocalSearch.of(STAGES, "packing.size=1");
    assertThrows(
        Disturbed.Stopped.class,
        () -> alone.run("alone", Disturbed.stopping(LocalSearch.executor(2), 7)));
    alone.run("alone", LocalSearch.executor(3));
    assertEquals(LocalSearch.tables("whole"), LocalSearch.tables("alone"));
  }

  @Test
  void everyTrial_hasItsMeans_andTheyChangeNothingElse() {
    LocalSearch.of(STAGES).run("mirror", LocalSearch.executor(1));
    LocalSearch.of(STAGES, "evaluation.mirror=false").run("plain", LocalSearch.executor(1));
    List<Map<String, String>> mirror = rows(LocalSearch.tables("mirror").get("trials.csv"));
    List<Map<String, String>> plain = rows(LocalSearch.tables("plain").get("trials.csv"));
    for (int i = 0; i < plain.size(); i++) {
      Map<String, String> row = mirror.get(i);
      assertFalse(row.get("mirror_validation_accuracy").isEmpty());
      assertEquals(row.get("stage").equals("final"), !row.get("mirror_test_loss").isEmpty());
      row.replaceAll((column, value) -> column.startsWith("mirror_") ? "" : value);
      assertEquals(plain.get(i), row);
    }
    String curves = LocalSearch.tables("plain").get("curves.csv");
    assertEquals(curves, LocalSearch.tables("mirror").get("curves.csv"));
  }

  @Test
  void repeatsOfFinal_areMeasuredTogetherByMirrorImagesToo() {
    LocalSearch search = LocalSearch.of(STAGES);
    String summary = Summary.of(search.run("run", LocalSearch.executor(1)).results(), "run");
    Map<String, String> tables = LocalSearch.tables("run");
    Map<String, String> last =
        rows(tables.get("ensembles.csv")).stream()
            .filter(row -> row.get("stage").equals("final"))
            .findFirst()
            .orElseThrow();
    double mean =
        rows(tables.get("trials.csv")).stream()
            .filter(row -> row.get("stage").equals("final"))
            .mapToDouble(row -> number(row, "mirror_test_accuracy"))
            .average()
            .orElseThrow();
    assertEquals(mean, number(last, "single_mirror_test_accuracy"), 1e-12);
    assertTrue(number(last, "mirror_test_loss") > 0);
    assertTrue(summary.contains("  with mirror images: validation "), summary);
    assertTrue(summary.contains("  ensemble of 3 repeats, with mirror images: "), summary);
  }

  @Test
  void predictions_areOfTheFirstRepeat_andSayWhatBothImagesGive() {
    LocalSearch.of(STAGES).run("run", LocalSearch.executor(1));
    Map<String, String> tables = LocalSearch.tables("run");
    List<Map<String, String>> predictions = rows(tables.get("predictions.csv"));
    long right =
        predictions.stream()
            .filter(row -> row.get("mirror_predicted").equals(row.get("label")))
            .count();
    Map<String, String> first =
        rows(tables.get("trials.csv")).stream()
            .filter(row -> row.get("stage").equals("final"))
            .findFirst()
            .orElseThrow();
    assertEquals((double) right / predictions.size(), number(first, "mirror_test_accuracy"), 1e-12);
  }

  @Test
  void dataThatAreNoImages_areRefused_byName() {
    DataSet images = LocalSearch.IMAGES;
    DataSet rows =
        new DataSet(
            "people", images.pool(), images.parts(), images.test(), images.classNames(), null);
    LocalSearch search =
        LocalSearch.over(
            rows,
            """
            search {
              data { source = synthetic, train = 40, validation = 20, synthetic { train = 60, test = 20 } }
              training { hidden = [3], batch-size = 10, epochs = 1, schedule.type = constant }
              evaluation.mirror = true
              stages = [coarse]
              stage.coarse { trials = 1 }
            }
            """);
    StageData data = new StageData(search.conf(), rows);
    DataException refused = assertThrows(DataException.class, data::checkData);
    assertEquals(
        "evaluation.mirror must be false for data that are no images of bytes, but people are no"
            + " images",
        refused.getMessage());
  }
}
