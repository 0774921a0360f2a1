package dev.sieve.driver.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.faults.HaltingDriver.Halt;
import dev.sieve.driver.harness.Scratch;
import dev.sieve.driver.harness.SieveProcess.Result;
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

  /** Two at a time: most of a run is the start of a JVM, which one core does alone. */
  @Test
  void driverKilledAtAnyFile_continuesToTheSameTables() {
    SmallSearch search = SmallSearch.in(folder);
    HaltingDriver driver = HaltingDriver.of(search);
    Result whole = driver.run("whole", Halt.NEVER);
    assertEquals(0, whole.exit(), whole.stderr());
    int files = HaltingDriver.placed(whole);
    assertTrue(files > SmallSearch.TRIALS / 2, whole.stdout());
    IntStream.rangeClosed(1, files).parallel().forEach(k -> survive(driver, k));
    Counts.note(files + " kills of the driver, one at each file that it puts in place");
  }

  /** Kills at the {@code k}-th file: behind its rename where k is odd, else in front of it. */
  private static void survive(HaltingDriver driver, int k) {
    SmallSearch search = driver.search();
    String run = "killed-" + k;
    Result killed = driver.run(run, new Halt(k, k % 2 == 0));
    assertEquals(HaltingFileSystem.EXIT, killed.exit(), "at file " + k + ": " + killed.stderr());
    Result again = driver.run(run, Halt.NEVER);
    assertEquals(0, again.exit(), "after file " + k + ": " + again.stderr());
    search.assertSameTables("whole", run);
    ParquetTables.assertSameRows(search.run("whole"), search.run(run));
    Scratch.delete(search.run(run));
  }
}
