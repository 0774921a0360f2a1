package dev.sieve.driver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.DataSet;
import dev.sieve.data.Synthetic;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.run.Probabilities;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @TempDir private Path folder;

  @Test
  void write_isNotForWhoHasLostTheRun() throws IOException {
    RunDirectory run = RunDirectory.at(folder.resolve("run").toString(), new Configuration());
    run.folder().create();
    try (RunLock lock = RunLock.of(run)) {
      DataSet images = Synthetic.generate(60, 20, 1);
      RepeatEnsembles ensembles = new RepeatEnsembles(CONF, images, new Probabilities(run));
      SearchTables tables = new SearchTables(run, lock, new Results(CONF, images, ensembles));
      tables.write();
      assertTrue(run.folder().has("trials.csv"));
      Files.move(folder.resolve("run"), folder.resolve("elsewhere"));
      run.folder().create();
      assertThrows(SearchFailure.class, tables::write);
      assertEquals(List.of(), run.folder().list(""));
    }
  }
}
