package dev.sieve.driver.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.Digest;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.harness.Mount;
import dev.sieve.result.Column;
import dev.sieve.result.ColumnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunDirectoryTest {
  private static final ParquetRows<String> TABLE =
      new ParquetRows<>(List.of(new Column<>("a", ColumnType.TEXT, "of no use", row -> row)));

  @TempDir private Path folder;
  private RunDirectory run;

  @BeforeEach
  void open() {
    run = RunDirectory.at(folder.resolve("run").toString(), new Configuration());
  }

  @Test
  void write_replacesWhatWasThere_andLeavesNothingElse() {
    run.write("a/b.txt", "old");
    run.write("a/b.txt", "new");
    assertEquals("new", run.read("a/b.txt"));
    assertEquals(List.of("b.txt"), visible("a"));
  }

  @Test
  void at_touchesNothing() {
    assertFalse(run.isInUse());
    assertEquals(List.of(), run.list(""));
    assertFalse(Files.exists(folder.resolve("run")));
  }

  @Test
  void isInUse_looksForMoreThanALock() throws IOException {
    run.create();
    Files.createFile(folder.resolve("run/.lock"));
    assertFalse(run.isInUse());
    Files.createFile(folder.resolve("run/notes.txt"));
    assertTrue(run.isInUse());
  }

  @Test
  void setAside_keepsEachOldRun() {
    run.write("a", "1");
    run.setAside();
    run.write("a", "2");
    String aside = run.setAside();
    assertEquals(folder.resolve("run-2").toString(), aside);
    assertTrue(Files.exists(folder.resolve("run-1/a")));
    assertFalse(run.isInUse());
  }

  @Test
  @SuppressWarnings("try") // the lock is held, not used
  void lock_isHeldByOne() throws IOException {
    run.create();
    try (RunLock lock = RunLock.of(run)) {
      UserError e = assertThrows(UserError.class, () -> RunLock.of(run));
      assertTrue(e.getMessage().contains("is in use by process"), e.getMessage());
    }
    RunLock.of(run).close();
  }

  @Test
  void write_toAFullDisk_saysSo_andLeavesNoHalves() throws IOException {
    try (Mount disk = Mount.at(folder.resolve("disk"), "size=1m")) {
      RunDirectory there = RunDirectory.at(disk.folder().toString(), new Configuration());
      there.write("journal/a", "whole");
      Path ballast = disk.fill();
      SearchFailure full =
          assertThrows(SearchFailure.class, () -> there.write("journal/a", new byte[100_000]));
      assertTrue(full.getMessage().contains("No space left on device"), full.getMessage());
      assertTrue(full.getMessage().contains("the same command continues"), full.getMessage());
      assertEquals(List.of("a"), there.list("journal"));
      assertThrows(SearchFailure.class, () -> there.writeParquet("t", TABLE, rows()));
      assertFalse(there.has("t"));
      Files.delete(ballast);
      assertEquals("whole", there.read("journal/a"));
    }
  }

  @Test
  void write_toADiskThatMayNotBeWritten_saysSo() {
    try (Mount disk = Mount.at(folder.resolve("disk"), "size=1m")) {
      disk.remount("ro");
      RunDirectory there = RunDirectory.at(disk.folder().toString(), new Configuration());
      SearchFailure refused =
          assertThrows(SearchFailure.class, () -> there.write("search.conf", ""));
      assertTrue(refused.getMessage().contains("Read-only file system"), refused.getMessage());
    }
  }

  @Test
  void create_whereAFileIs_isTheUsersMistake() throws IOException {
    Files.createFile(folder.resolve("file"));
    for (String place : List.of("file", "file/run")) {
      RunDirectory there = RunDirectory.at(folder.resolve(place).toString(), new Configuration());
      UserError mistake = assertThrows(UserError.class, there::create);
      assertTrue(mistake.getMessage().contains("must be a folder"), mistake.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a:b", "nosuch://host/run"})
  void at_whatIsNoPath_isTheUsersMistake(String path) {
    UserError mistake =
        assertThrows(UserError.class, () -> RunDirectory.at(path, new Configuration()));
    assertTrue(mistake.getMessage().contains("but was '" + path + "'"), mistake.getMessage());
  }

  /** A lock's beat must not wait where others may take silence for death. */
  @Test
  void writeOnce_givesUpAtOnce_onAFileSystemThatOthersWaitFor() {
    RunDirectory far = RunDirectory.at("full:" + folder, FullDisk.hadoop());
    assertTimeoutPreemptively(
        Duration.ofMillis(900), // the first pause of write is a second
        () -> assertThrows(SearchFailure.class, () -> far.writeOnce("a", "b")));
  }

  @Test
  void lockOfADirectoryThatIsGone_saysSo() throws IOException {
    run.create();
    try (RunLock lock = RunLock.of(run)) {
      lock.check();
      Files.move(folder.resolve("run"), folder.resolve("elsewhere"));
      SearchFailure gone = assertThrows(SearchFailure.class, lock::check);
      assertTrue(gone.getMessage().contains("was deleted or moved"), gone.getMessage());
      run.create();
      Files.createFile(folder.resolve("run/.lock"));
      assertThrows(SearchFailure.class, lock::check, "another file of the same name");
    }
  }

  @Test
  void write_whereItMayNot_namesTheFile() throws IOException {
    Files.createFile(folder.resolve("run"));
    SearchFailure e = assertThrows(SearchFailure.class, () -> run.write("search.conf", ""));
    assertTrue(e.getMessage().contains("run/search.conf"), e.getMessage());
  }

  private static List<String> rows() {
    return IntStream.range(0, 10_000).mapToObj(i -> Digest.of(List.of("" + i), 32)).toList();
  }

  private List<String> visible(String name) {
    return run.list(name).stream().filter(file -> !file.endsWith(".crc")).toList();
  }
}
