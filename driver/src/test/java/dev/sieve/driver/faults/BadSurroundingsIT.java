package dev.sieve.driver.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.Checkout;
import dev.sieve.driver.harness.Mount;
import dev.sieve.driver.harness.Scratch;
import dev.sieve.driver.harness.SieveProcess;
import dev.sieve.driver.harness.SieveProcess.Result;
import dev.sieve.driver.harness.SmallSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full or may not be written, a run directory that is taken away, a folder without
 * execute permission: one message says so, nothing is lost, and the same command goes on.
 */
@Tag("faults")
class BadSurroundingsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String CONF = SmallSearch.CONF.replace("epochs = 2", "epochs = 30");
  private static final String[] SLOWLY = {"--master=local[1,4]", "--set", "packing.size=1"};

  @TempDir static Path folder;
  private static SmallSearch search;

  @BeforeAll
  static void undisturbed() {
    search = SmallSearch.in(folder, CONF);
    search.succeed("whole", SLOWLY);
  }

  @Test
  void fullDisk_losesNothing() throws IOException {
    try (Mount disk = Mount.at(folder.resolve("full"), "size=4m")) {
      SmallSearch there = SmallSearch.in(disk.folder(), CONF);
      Result result;
      Path ballast;
      try (SieveProcess sieve = there.start("run", SLOWLY)) {
        sieve.await("pack", () -> there.packsInJournal("run") > 0, PATIENCE);
        ballast = disk.fill();
        result = sieve.finish(PATIENCE);
      }
      assertOneMessage(result, "No space left on device");
      assertTrue(result.stderr().contains("the same command continues"), result.stderr());
      Files.delete(ballast);
      assertContinues(there, there.succeed("run", SLOWLY));
    }
    Counts.note("1 disk filled during a search");
  }

  @Test
  void diskThatMayNotBeWritten_isToldOf_andNothingIsTrained() throws IOException {
    try (Mount disk = Mount.at(folder.resolve("read-only"), "size=4m")) {
      SmallSearch there = SmallSearch.in(disk.folder(), CONF);
      disk.remount("ro");
      Result result = there.end("run", SLOWLY);
      assertOneMessage(result, 2, disk.folder() + " is protected");
      assertFalse(Files.exists(there.run("run")));
      disk.remount("rw");
      there.succeed("run", SLOWLY);
      assertSameAsWhole(there);
    }
    Counts.note("1 disk that may not be written");
  }

  @Test
  void journalThatMayNotBeWrittenAnyMore_losesNothing() throws IOException {
    try (Protection journal = new Protection(search.run("protected").resolve("journal"))) {
      Result result;
      try (SieveProcess sieve = search.start("protected", SLOWLY)) {
        sieve.await("pack", () -> search.packsInJournal("protected") > 0, PATIENCE);
        journal.protect();
        result = sieve.finish(PATIENCE);
      }
      assertOneMessage(result, "protected/journal/");
    }
    Result again = search.succeed("protected", SLOWLY);
    assertTrue(again.stderr().contains("are finished already"), again.stderr());
    search.assertSameTables("whole", "protected");
    Counts.note("1 journal that was protected during a search");
  }

  @Test
  void runDirectoryThatIsMovedAway_continues_onceItIsBack() throws IOException {
    Path away = search.run("away");
    Result result;
    try (SieveProcess sieve = search.start("moved", SLOWLY)) {
      sieve.await("pack", () -> search.packsInJournal("moved") > 0, PATIENCE);
      Files.move(search.run("moved"), away);
      result = sieve.finish(PATIENCE);
    }
    assertOneMessage(result, "moved was deleted or moved while its search ran");
    if (Files.exists(search.run("moved"))) { // written in the instant of the move
      Scratch.delete(search.run("moved"));
    }
    Files.move(away, search.run("moved"));
    Result again = search.succeed("moved", SLOWLY);
    assertTrue(again.stderr().contains("are finished already"), again.stderr());
    search.assertSameTables("whole", "moved");
    Counts.note("1 run directory moved away during a search");
  }

  @Test
  void runDirectoryThatIsDeleted_isToldOf_andBegunAnew() throws IOException {
    Result result;
    try (SieveProcess sieve = search.start("deleted", SLOWLY)) {
      sieve.await("pack", () -> search.packsInJournal("deleted") > 0, PATIENCE);
      Path trash = search.run("trash");
      Files.move(search.run("deleted"), trash);
      Scratch.delete(trash);
      result = sieve.finish(PATIENCE);
    }
    assertOneMessage(result, "deleted was deleted or moved while its search ran");
    if (Files.exists(search.run("deleted"))) { // written in the instant of the deletion
      Scratch.delete(search.run("deleted"));
    }
    search.succeed("deleted", SLOWLY);
    search.assertSameTables("whole", "deleted");
    Counts.note("1 run directory deleted during a search");
  }

  /** Training and tables need no native library; the yardstick of the benchmark does. */
  @Test
  void temporaryFolderWithoutExecutePermission_costsTheBenchmarkItsYardstickAlone() {
    try (Mount rigid = Mount.at(folder.resolve("noexec"), "size=64m,noexec")) {
      Map<String, String> environment =
          Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + rigid.folder());
      Result trained =
          SieveProcess.run(
              environment,
              "search",
              search.conf().toString(),
              "--no-export",
              "--master=local[2,4]",
              "--out",
              search.run("noexec-run").toString());
      assertEquals(0, trained.exit(), trained.stderr());
      search.assertSameTables("whole", "noexec-run");
      try (SieveProcess sieve = SieveProcess.start(Checkout.root(), environment, "bench")) {
        sieve.awaitStdout("No sgemm to compare with: [^\n]*\n[^\n]*SIEVE_CACHE=DIR", PATIENCE);
      }
      Map<String, String> elsewhere = new HashMap<>(environment);
      elsewhere.put("SIEVE_CACHE", folder.toString());
      try (SieveProcess sieve = SieveProcess.start(Checkout.root(), elsewhere, "bench")) {
        sieve.awaitStdout("sgemm of OpenBLAS", PATIENCE);
      }
    }
    Counts.note("1 temporary folder without execute permission");
  }

  private static void assertOneMessage(Result result, String what) {
    assertOneMessage(result, 1, what);
  }

  private static void assertOneMessage(Result result, int exit, String what) {
    assertEquals(exit, result.exit(), result.stderr());
    String said = result.stderr();
    assertTrue(said.contains(what), said);
    assertEquals(1, said.lines().filter(line -> line.startsWith("sieve: ")).count(), said);
    assertFalse(said.contains("\tat "), said);
  }

  private static void assertContinues(SmallSearch there, Result result) throws IOException {
    assertTrue(result.stderr().contains("are finished already"), result.stderr());
    assertSameAsWhole(there);
  }

  private static void assertSameAsWhole(SmallSearch there) throws IOException {
    for (String table : new String[] {"trials.csv", "curves.csv"}) {
      assertEquals(
          Files.readString(search.run("whole").resolve(table)), there.read("run", table), table);
    }
  }
}
