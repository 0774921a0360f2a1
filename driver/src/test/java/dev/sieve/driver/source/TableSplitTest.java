package dev.sieve.driver.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.DataSet;
import dev.sieve.driver.cli.summary.Summary;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.driver.data.HadoopFolder;
import dev.sieve.driver.harness.LocalSearch;
import dev.sieve.driver.harness.MemoryFileSystem;
import dev.sieve.driver.search.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Searches of tables that say themselves what trains, validates and tests, or have nothing to test.
 */
class TableSplitTest {
  private static final String CONF =
      """
      search {
        name = split
        data { source = csv, path = "%s", label = y, %s }
        training { hidden = [3], batch-size = 10, epochs = 2, schedule.type = constant }
        stages = [only, final]
        stage.only { space { schedule.eta = [0.01, 0.1] } }
      }
      """;

  @TempDir private Path folder;

  @AfterEach
  void forget() {
    MemoryFileSystem.clear();
  }

  private Path table(List<String> uses) throws IOException {
    List<String> lines = new ArrayList<>(List.of("a,b,y,use"));
    for (int i = 0; i < 60; i++) {
      lines.add("%s,%d,%d,%s".formatted(Math.sin(i), i % 9, i % 3, uses.get(i % uses.size())));
    }
    return Files.write(folder.resolve("table.csv"), lines);
  }

  private static Search.Outcome run(String conf) {
    SearchConf search = ConfFile.parse(conf, "x.conf", List.of(), Map.of());
    DataSet set = search.source().open(HadoopFolder.places(new Configuration()));
    Search.check(search, set, Long.MAX_VALUE);
    return LocalSearch.over(set, conf).run("split", LocalSearch.executor(set, 1));
  }

  private static List<String> column(String name) {
    List<String> lines = LocalSearch.tables("split").get("trials.csv").lines().toList();
    int column = List.of(lines.get(0).split(",", -1)).indexOf(name);
    return lines.stream().skip(1).map(line -> line.split(",", -1)[column]).toList();
  }

  @Test
  void aColumn_saysWhatTrains_inAllStages() throws IOException {
    Path table = table(List.of("train", "train", "test", "validation"));
    String conf = CONF.formatted(table, "split = use");
    Search.Outcome outcome = run(conf);
    assertEquals(List.of("30", "30", "30"), column("train_images"));
    assertEquals(List.of("15", "15", "15"), column("validation_images"));
    assertTrue(Summary.of(outcome.results(), "run").contains(", test 0."));
    assertEquals(16, LocalSearch.tables("split").get("predictions.csv").lines().count());
    String resolved = ConfFile.parse(conf, "x.conf", List.of(), Map.of()).resolved();
    SearchConf again = ConfFile.parse(resolved, "search.conf", List.of(), Map.of());
    assertEquals(resolved, again.resolved());
  }

  @Test
  void withoutTestExamples_theFinalModelHasNoTestAccuracy_andTheSummarySaysSo() throws IOException {
    Path table = table(List.of("x"));
    Search.Outcome outcome =
        run(
            CONF.formatted(table, "features = [a, b], test.share = 0, train = 40, validation = 20")
                + "search.evaluation.ensemble = repeats, search.stage.final.repeats = 2");
    assertEquals(List.of("", "", "", ""), column("test_accuracy"));
    assertFalse(column("validation_accuracy").contains(""));
    String summary = Summary.of(outcome.results(), "run");
    assertTrue(summary.contains("not tested: there are no test examples"), summary);
    assertFalse(LocalSearch.tables("split").containsKey("predictions.csv"));
  }
}
