package dev.sieve.driver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.ByteValues;
import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.Examples;
import dev.sieve.data.Labels;
import dev.sieve.driver.harness.LocalSearch;
import dev.sieve.driver.harness.MemoryFileSystem;
import dev.sieve.driver.repeat.RecordedRun;
import dev.sieve.driver.run.Folder;
import dev.sieve.driver.run.Tables;
import dev.sieve.result.TrialTable;
import dev.sieve.run.FloatArray;
import dev.sieve.run.Npz;
import dev.sieve.trial.Trial;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole searches in this JVM some of whose stages train on principal components. */
class ComponentsSearchTest {
  private static final String STAGES =
      """
        keep-models = all
        training { flip = 0.5, input-dropout = 0.1 }
        stages = [coarse, other, fine, final]
        stage.coarse { trials = 3, space.l2 { log-uniform = [1e-5, 1e-1] }, data.components = 8 }
        stage.other { space.schedule.eta = [0.01, 0.02], data.components = 12 }
        stage.fine { trials = 2, narrow { from = coarse, best = 2 }, data.components = 8 }
      """;

  @AfterEach
  void forget() {
    MemoryFileSystem.clear();
  }

  private static LocalSearch run(String name, int cores, String... settings) {
    LocalSearch search = LocalSearch.of(STAGES, settings);
    search.run(name, LocalSearch.executor(cores));
    return search;
  }

  @Test
  void coresAndPacks_changeNoByte() {
    run("one", 1);
    run("three", 3, "packing.size=1");
    assertEquals(LocalSearch.tables("one"), LocalSearch.tables("three"));
  }

  /** Stages that run at once share no pack, since their inputs differ. */
  @Test
  void components_areTheInputsOfTheirStagesAlone() {
    run("run", 2);
    List<Map<String, String>> trials =
        new Tables(LocalSearch.directory("run")).read(TrialTable.NAME);
    for (Map<String, String> trial : trials) {
      int inputs =
          switch (trial.get("stage")) {
            case "final" -> 48;
            case "other" -> 12;
            default -> 8;
          };
      assertEquals("COMPLETED", trial.get("status"));
      assertEquals(3 * inputs + 3 + 30 + 10, Integer.parseInt(trial.get("parameters")));
    }
    assertEquals(3 + 2 + 2 + 1, trials.size());
  }

  @Test
  void user_isToldOncePerStage_whatItTrainsOn() {
    List<String> told =
        run("run", 1).heard().stream().filter(line -> line.contains("components")).toList();
    assertEquals(3, told.size(), told.toString());
    assertTrue(
        told.get(0)
            .matches(
                "coarse: 8 principal components of 48 inputs hold \\d+\\.\\d\\d % of their"
                    + " variance; input-dropout leaves out components"),
        told.get(0));
  }

  @Test
  void models_areNetworksOnAllInputs() throws IOException {
    run("run", 1);
    Folder run = LocalSearch.directory("run").folder();
    List<String> models = run.list("models");
    assertEquals(8, models.size(), models.toString());
    for (String name : models) {
      try (InputStream model = run.open("models/" + name)) {
        FloatArray w = Npz.read(name, model.readAllBytes()).get("W1");
        assertEquals(48 * 3, w.values().length, name);
      }
    }
  }

  @Test
  void recordedTrials_areTheSameWhenTrainedAgain() {
    LocalSearch search = run("run", 2);
    RecordedRun recorded =
        new RecordedRun(
            search.conf(), LocalSearch.IMAGES, LocalSearch.directory("run"), warning -> {});
    for (Trial trial : recorded.lasting()) {
      assertTrue(recorded.repeat(trial).isSame(), trial.label());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "49, 'at most 48, the number of inputs of synthetic, but was 49'",
    "41, 'at most 40, the number of training examples of synthetic, but was 41'"
  })
  void moreThanTheDataHold_areRefused(int count, String rule) {
    LocalSearch search = LocalSearch.of(STAGES, "stage.other.data.components=" + count);
    Exception refused =
        assertThrows(
            DataException.class,
            () -> Search.check(search.conf(), LocalSearch.IMAGES, Long.MAX_VALUE));
    assertEquals("data.components of stage other must be " + rule, refused.getMessage());
  }

  /** Of four features, two are the same in all examples. */
  @Test
  void moreThanFeaturesThatDiffer_areRefused() {
    byte[] values = new byte[60 * 4];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (i % 4 < 2 ? 7 : i % 11);
    }
    int[] labels = new int[60];
    Arrays.setAll(labels, i -> i % 10);
    Examples examples = new Examples(new ByteValues(4, values), new Labels(10, labels));
    DataSet set =
        new DataSet(
            "table", examples, List.of(new DataSet.Part("all", 60)), examples, List.of(), null);
    LocalSearch search = LocalSearch.of("stages = [only], stage.only { data.components = 3 }");
    Exception refused =
        assertThrows(DataException.class, () -> Search.check(search.conf(), set, Long.MAX_VALUE));
    assertEquals(
        "data.components of stage only must be at most 2, the number of inputs that differ among"
            + " training examples of table, but was 3",
        refused.getMessage());
  }
}
