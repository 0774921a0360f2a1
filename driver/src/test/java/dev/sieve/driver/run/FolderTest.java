package dev.sieve.driver.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.Digest;
import dev.sieve.HomePath;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.harness.Mount;
import dev.sieve.format.ColumnType;
import dev.sieve.result.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderTest {
  private static final ParquetRows<String> TABLE =
      new ParquetRows<>(List.of(new Column<>("a", ColumnType.TEXT, "of no use", row -> row)));

  @TempDir private Path path;
  private Folder folder;

  @BeforeEach
  void open() {
    folder = at(path.resolve("run").toString());
  }

  private static Folder at(String path) {
    return Folder.at("a folder", path, new Configuration());
  }

  @Test
  void write_replacesWhatWasThere_andLeavesNothingElse() {
    folder.write("a/b.txt", "old");
    folder.write("a/b.txt", "new");
    assertEquals("new", folder.read("a/b.txt"));
    assertEquals(List.of("b.txt"), visible("a"));
  }

  @Test
  void at_touchesNothing() {
    assertEquals(List.of(), folder.list(""));
    assertFalse(Files.exists(path.resolve("run")));
  }

  @Test
  void uriOfThisDisk_keepsNoHost_ofAnotherDefaultFileSystem() {
    Configuration hadoop = new Configuration();
    hadoop.set("fs.defaultFS", "hdfs://localhost:8020");
    assertEquals("file:/runs/my", Folder.at("a run directory", "file:/runs/my", hadoop).uri());
    assertEquals(
        "hdfs://localhost:8020/runs/my",
        Folder.at("a run directory", "hdfs:///runs/my", hadoop).uri());
  }

  @Test
  void aTilde_isTheUsersHome() {
    assertEquals(HomePath.of("~") + "/runs", at("~/runs").display());
  }

  @Test
  void checkPlace_refusesAPlaceBelowAFile_andTouchesNothing() throws IOException {
    folder.checkPlace();
    Files.createFile(path.resolve("file"));
    for (String place : List.of("file", "file/run/a")) {
      Folder there = at(path.resolve(place).toString());
      UserError mistake = assertThrows(UserError.class, there::checkPlace);
      assertTrue(mistake.getMessage().endsWith("file is a file"), mistake.getMessage());
    }
    assertFalse(Files.exists(path.resolve("run")));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aPlaceThatTakesNoFolder_isTheUsersMistake() {
    UserError mistake = assertThrows(UserError.class, at("/proc/run")::create);
    assertTrue(
        mistake.getMessage().startsWith("/proc/run must be a folder, or a place for one, that can"),
        mistake.getMessage());
  }

  @Test
  void aServerThatDoesNotAnswer_isTheUsersMistake() {
    Folder there = at("hdfs://127.0.0.1:1/run");
    UserError mistake = assertThrows(UserError.class, there::checkPlace);
    assertTrue(
        mistake.getMessage().startsWith("hdfs://127.0.0.1:1/run: no server answers at "),
        mistake.getMessage());
    assertThrows(UserError.class, there::reach);
  }

  @Test
  void within_takesAnyName() {
    assertEquals(path + "/run/12:00", folder.within("12:00").display());
  }

  @Test
  void write_toAFullDisk_saysSo_andLeavesNoHalves() throws IOException {
    try (Mount disk = Mount.at(path.resolve("disk"), "size=1m")) {
      Folder there = at(disk.folder().toString());
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
    try (Mount disk = Mount.at(path.resolve("disk"), "size=1m")) {
      disk.remount("ro");
      Folder there = at(disk.folder().toString());
      SearchFailure refused =
          assertThrows(SearchFailure.class, () -> there.write("search.conf", ""));
      assertTrue(refused.getMessage().contains("Read-only file system"), refused.getMessage());
    }
  }

  @Test
  void create_whereAFileIs_isTheUsersMistake() throws IOException {
    Files.createFile(path.resolve("file"));
    for (String place : List.of("file", "file/run")) {
      Folder there = at(path.resolve(place).toString());
      UserError mistake = assertThrows(UserError.class, there::create);
      assertTrue(mistake.getMessage().contains("must be a folder"), mistake.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a:b", "nosuch://host/run"})
  void at_whatIsNoPath_isTheUsersMistake(String wrong) {
    UserError mistake = assertThrows(UserError.class, () -> at(wrong));
    assertTrue(mistake.getMessage().startsWith("a folder must be a path"), mistake.getMessage());
    assertTrue(mistake.getMessage().contains("but was '" + wrong + "'"), mistake.getMessage());
  }

  /** A lock's beat must not wait where others may take silence for death. */
  @Test
  void writeOnce_givesUpAtOnce_onAFileSystemThatOthersWaitFor() {
    Folder far = Folder.at("a folder", "full:" + path, FullDisk.hadoop());
    assertThrows(SearchFailure.class, () -> far.writeOnce("a", "b"));
    assertEquals(1, FullDisk.tried());
  }

  @Test
  void write_whereItMayNot_namesTheFile() throws IOException {
    Files.createFile(path.resolve("run"));
    SearchFailure e = assertThrows(SearchFailure.class, () -> folder.write("search.conf", ""));
    assertTrue(e.getMessage().contains("run/search.conf"), e.getMessage());
  }

  private static List<String> rows() {
    return IntStream.range(0, 10_000).mapToObj(i -> Digest.of(List.of("" + i), 32)).toList();
  }

  private List<String> visible(String name) {
    return folder.list(name).stream().filter(file -> !file.endsWith(".crc")).toList();
  }
}
