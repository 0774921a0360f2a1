package dev.sieve.driver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.SieveProcess.Result;
import dev.sieve.driver.harness.SmallSearch;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search whose time is up ends cleanly, and goes on with more. */
class LimitsIT {
  private static final String[] SLOWLY = {"--master=local[1,4]", "--set", "packing.size=1"};

  @TempDir static Path folder;
  private static SmallSearch search;

  @BeforeAll
  static void undisturbed() {
    search = SmallSearch.in(folder, SmallSearch.CONF.replace("epochs = 2", "epochs = 12"));
    search.succeed("whole");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 ms", "500 ms"})
  void searchWhoseTimeIsUp_saysSo_andContinuesToTheSameTables(String limit) {
    String run = "stopped-" + limit.replace(" ", "");
    Result result = search.succeed(run, with("limits.search=" + limit));
    String said = " trials of coarse are done";
    assertTrue(result.stderr().contains("limits.search, "), result.stderr());
    assertTrue(result.stderr().contains(said), result.stderr());
    assertFalse(result.stderr().contains("Exception"), result.stderr());
    assertTrue(search.read(run, "provenance.json").contains(said));
    long rows = search.read(run, "trials.csv").lines().count() - 1;
    assertTrue(rows < 8, "trials that have not ended have no row, but there are " + rows);
    search.succeed(run, with("limits.search=1 hour"));
    assertFalse(search.read(run, "provenance.json").contains(said));
    search.assertSameTables("whole", run);
  }

  @Test
  void trialsWhoseTimeIsUp_runAgain_whenTheyMayTakeLonger() {
    Result none = search.end("short", with("limits.trial=1 ns"));
    assertEquals(1, none.exit(), none.stderr());
    assertTrue(
        none.stderr().contains("no trial of stage coarse completed: 8 × TIMEOUT"), none.stderr());
    search.succeed("short", with("limits.trial=10 minutes"));
    search.assertSameTables("whole", "short");
  }

  private static String[] with(String setting) {
    return new String[] {SLOWLY[0], SLOWLY[1], SLOWLY[2], "--set", setting};
  }
}
