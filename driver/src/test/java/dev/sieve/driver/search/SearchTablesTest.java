package dev.sieve.driver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.DataSet;
import dev.sieve.data.Labels;
import dev.sieve.data.synthetic.Synthetic;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.RunLock;
import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import dev.sieve.train.state.Outputs;
import dev.sieve.train.state.Predictions;
import dev.sieve.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTablesTest {
  private static final SearchConf CONF =
      ConfFile.parse(
          """
          search {
            data { source = synthetic, train = 400, validation = 20 }
            stages = [only]
            stage.only {}
          }
          """,
          "x.conf",
          List.of(),
          Map.of());

  private static final Trial TRIAL =
      new Trial(
          "final",
          0,
          new Hyperparameters(
              List.of(), 0, 10, new LearningRateSchedule.Constant(1), new Initialization.Xavier()),
          0,
          1);

  @TempDir private Path folder;

  @Test
  void write_isNotForWhoHasLostTheRun() throws IOException {
    RunDirectory run = RunDirectory.at(folder.resolve("run").toString(), new Configuration());
    run.folder().create();
    try (RunLock lock = RunLock.of(run)) {
      DataSet images = Synthetic.generate(60, 20, 1);
      RepeatEnsembles ensembles =
          new RepeatEnsembles(CONF, images.pool().labels(), images.test().labels(), run);
      SearchTables tables = new SearchTables(run, lock, new Results(CONF, ensembles));
      tables.write();
      assertTrue(run.folder().has("trials.csv"));
      Files.move(folder.resolve("run"), folder.resolve("elsewhere"));
      run.folder().create();
      assertThrows(SearchFailure.class, tables::write);
      assertEquals(List.of(), run.folder().list(""));
    }
  }

  @Test
  void tables_areWrittenWhileAStageRuns_andAtItsInterruption() {
    RunDirectory run = RunDirectory.at(folder.resolve("run").toString(), new Configuration());
    run.folder().create();
    try (RunLock lock = RunLock.of(run)) {
      SearchTables late = tables(run, lock, Duration.ofHours(1));
      late.finish();
      late.changed("1");
      assertFalse(run.folder().has("trials.csv"), "neither has changed nor is it time");
      late.finish();
      assertTrue(run.folder().has("trials.csv"));
      run.folder().delete("trials.csv");
      late.finish();
      assertFalse(run.folder().has("trials.csv"), "they are up to date");
      tables(run, lock, Duration.ZERO).changed("1");
      assertTrue(run.folder().has("trials.csv"));
    }
  }

  @Test
  void tablesOfASearchThatHasEnded_areWrittenAgain_onlyWhereSomethingHasChanged() {
    RunDirectory run = RunDirectory.at(folder.resolve("run").toString(), new Configuration());
    run.folder().create();
    try (RunLock lock = RunLock.of(run)) {
      assertTrue(endWrites(run, lock, "journal of 10"));
      assertFalse(endWrites(run, lock, "journal of 10"));
      assertTrue(endWrites(run, lock, "journal of 11"));
      run.folder().delete("curves.parquet");
      assertTrue(endWrites(run, lock, "journal of 11"));
      run.folder().write(RunDirectory.CONF, "search.name = other");
      assertTrue(endWrites(run, lock, "journal of 11"));
      tables(run, lock, Duration.ZERO).changed("journal of 12"); // and the driver is killed
      assertTrue(endWrites(run, lock, "journal of 12"));
      assertFalse(endWrites(run, lock, "journal of 12"));
    }
  }

  /** Returns whether the end of a search with this journal writes its tables. */
  private static boolean endWrites(RunDirectory run, RunLock lock, String journal) {
    run.folder().write("trials.csv", "as it was");
    SearchTables tables = tables(run, lock, Duration.ofHours(1));
    tables.recorded(journal);
    tables.end();
    return !run.folder().read("trials.csv").equals("as it was");
  }

  private static SearchTables tables(RunDirectory run, RunLock lock, Duration pause) {
    Labels labels = new Labels(2, 0, 1);
    RepeatEnsembles none = new RepeatEnsembles(CONF, labels, labels, run);
    return new SearchTables(run, lock, new Results(CONF, none), pause);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 12})
  void predictions_haveOneProbabilityPerClass(int classes) throws IOException {
    RunDirectory run = RunDirectory.at(folder.resolve("run").toString(), new Configuration());
    run.folder().create();
    try (RunLock lock = RunLock.of(run)) {
      Labels labels = new Labels(classes, 0, classes - 1);
      RepeatEnsembles ensembles = new RepeatEnsembles(CONF, labels, labels, run);
      float[] probabilities = new float[2 * classes];
      probabilities[classes + 1] = 1;
      new SearchTables(run, lock, new Results(CONF, ensembles))
          .writePredictions(TRIAL, labels, new Outputs(new Predictions(null, probabilities), null));
    }
    List<String> lines = Files.readAllLines(folder.resolve("run/predictions.csv"));
    List<String> header = List.of(lines.get(0).split(","));
    assertEquals(6 + classes, header.size());
    assertEquals("p" + (classes - 1), header.get(header.size() - 2));
    assertEquals("search", header.get(header.size() - 1));
    assertEquals(
        List.of("final", "0", "1", "" + (classes - 1), "1", "0.0", "1.0"),
        List.of(lines.get(2).split(",")).subList(0, 7));
  }
}
