package dev.sieve.driver.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.Scratch;
import dev.sieve.driver.harness.SmallSearch;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The driver dies at each file that it puts in place, in turn: journal, models, tables, conf and
 * provenance; then the same command runs to its end.
 */
@Tag("faults")
class KillAtEveryWriteIT {
  @TempDir static Path folder;

  @Test
  void driverKilledAtAnyFile_continuesToTheSameTables() {
    SmallSearch search = SmallSearch.in(folder);
    HaltingDriver.Result whole = drive(search, "whole", 0, false);
    assertEquals(0, whole.exit(), whole.output());
    int files = whole.placed();
    assertTrue(files > SmallSearch.TRIALS / 2, whole.output());
    IntStream.rangeClosed(1, files).parallel().forEach(k -> survive(search, k));
    Counts.note(files + " kills of the driver, one at each file that it puts in place");
  }

  /** Kills at the {@code k}-th file: behind its rename where k is odd, else in front of it. */
  private static void survive(SmallSearch search, int k) {
    String run = "killed-" + k;
    HaltingDriver.Result killed = drive(search, run, k, k % 2 == 0);
    assertEquals(HaltingFileSystem.EXIT, killed.exit(), "at file " + k + ": " + killed.output());
    HaltingDriver.Result again = drive(search, run, 0, false);
    assertEquals(0, again.exit(), "after file " + k + ": " + again.output());
    search.assertSameTables("whole", run);
    ParquetTables.assertSameRows(search.run("whole"), search.run(run));
    Scratch.delete(search.run(run));
  }

  private static HaltingDriver.Result drive(
      SmallSearch search, String run, int at, boolean before) {
    return HaltingDriver.search(search.conf(), search.run(run), at, before);
  }
}
