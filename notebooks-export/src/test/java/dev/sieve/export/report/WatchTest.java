package dev.sieve.export.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.export.harness.TestRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
  private static final String FOLLOWS = "This page follows the search";

  @TempDir Path folder;

  @Test
  void runWithoutTables_isWaitedFor() throws IOException {
    Watch watch = new Watch(List.of(folder.resolve("run")), out());
    assertFalse(watch.step());
    assertFalse(watch.hasReport());
    assertFalse(Files.exists(out()));
  }

  @Test
  void page_followsTheTables_untilAllTrialsHaveEnded() throws IOException {
    Watch watch = new Watch(List.of(folder.resolve("run")), out());
    write(2);
    assertFalse(watch.step());
    assertTrue(page().contains(FOLLOWS));
    write(3);
    assertFalse(watch.step());
    assertTrue(page().contains("[\"coarse\",2"));
    TestRun.write(folder.resolve("run"), 3, 3, 2).withFinal();
    assertTrue(watch.step());
    String last = page();
    Report.of(List.of(folder.resolve("run"))).write(out());
    assertEquals(page(), last, "the page of any export");
  }

  @Test
  void reportOfTheSameTables_isNotWrittenAgain() throws IOException {
    Watch watch = new Watch(List.of(folder.resolve("run")), out());
    write(2);
    watch.step();
    Files.writeString(out().resolve("report.html"), "as it was");
    watch.step();
    assertEquals("as it was", page());
  }

  @Test
  void watchThatEnds_leavesAPageThatFollowsNoMore() throws IOException {
    Watch watch = new Watch(List.of(folder.resolve("run")), out());
    write(2);
    watch.step();
    watch.end();
    assertFalse(page().contains(FOLLOWS));
  }

  /** A run whose stage final has not begun. */
  private void write(int coarse) throws IOException {
    TestRun.write(folder.resolve("run"), coarse, 0, 2);
    Files.setLastModifiedTime(
        folder.resolve("run/trials.csv"), FileTime.from(Instant.ofEpochSecond(1000L * coarse)));
  }

  private Path out() {
    return folder.resolve("report");
  }

  private String page() throws IOException {
    return Files.readString(out().resolve("report.html"));
  }
}
