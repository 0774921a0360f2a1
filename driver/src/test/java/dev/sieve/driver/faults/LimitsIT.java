package dev.sieve.driver.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.SieveProcess.Result;
import dev.sieve.driver.harness.SmallSearch;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search whose time is up ends cleanly, and goes on with more. */
@Tag("faults")
class LimitsIT {
  private static final String[] SLOWLY = {"--master=local[1,4]", "--set", "packing.size=1"};

  private static final String STOPPED = " trials of coarse are done";

  @TempDir static Path folder;
  private static SmallSearch search;

  @BeforeAll
  static void undisturbed() {
    search = SmallSearch.in(folder, SmallSearch.CONF.replace("epochs = 2", "epochs = 12"));
    search.succeed("whole");
  }

  /** Its time is up before anything has run, then in the midst of it, then it is not. */
  @Test
  void searchWhoseTimeIsUp_saysSo_andContinuesToTheSameTables() {
    assertStopped("1 ms");
    assertStopped("500 ms");
    search.succeed("stopped", with("limits.search=1 hour"));
    assertFalse(search.read("stopped", "provenance.json").contains(STOPPED));
    search.assertSameTables("whole", "stopped");
  }

  private static void assertStopped(String limit) {
    Result result = search.succeed("stopped", with("limits.search=" + limit));
    assertTrue(result.stderr().contains("limits.search, "), result.stderr());
    assertTrue(result.stderr().contains(STOPPED), result.stderr());
    assertFalse(result.stderr().contains("Exception"), result.stderr());
    assertTrue(search.read("stopped", "provenance.json").contains(STOPPED));
    long rows = search.read("stopped", "trials.csv").lines().count() - 1;
    assertTrue(rows < 8, "trials that have not ended have no row, but there are " + rows);
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
