package dev.sieve.driver.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
  @TempDir private Path folder;
  private RunDirectory run;

  @BeforeEach
  void open() {
    run = RunDirectory.at(folder.resolve("run").toString(), new Configuration());
  }

  @Test
  void at_whatIsNoPath_saysWhatItShouldBe() {
    UserError mistake =
        assertThrows(UserError.class, () -> RunDirectory.at("a:b", new Configuration()));
    assertTrue(mistake.getMessage().startsWith("a run directory must be"), mistake.getMessage());
  }

  @Test
  void isInUse_looksForMoreThanALock() throws IOException {
    assertFalse(run.isInUse());
    run.folder().create();
    Files.createFile(folder.resolve("run/.lock"));
    assertFalse(run.isInUse());
    Files.createFile(folder.resolve("run/notes.txt"));
    assertTrue(run.isInUse());
  }

  @Test
  void setAside_keepsEachOldRun() {
    run.folder().write("a", "1");
    run.setAside();
    run.folder().write("a", "2");
    String aside = run.setAside();
    assertEquals(folder.resolve("run-2").toString(), aside);
    assertTrue(Files.exists(folder.resolve("run-1/a")));
    assertFalse(run.isInUse());
  }

  @Test
  @SuppressWarnings("try") // the lock is held, not used
  void lock_isHeldByOne() throws IOException {
    run.folder().create();
    try (RunLock lock = RunLock.of(run)) {
      UserError e = assertThrows(UserError.class, () -> RunLock.of(run));
      assertTrue(e.getMessage().contains("is in use by process"), e.getMessage());
    }
    RunLock.of(run).close();
  }

  @Test
  void lockOfADirectoryThatIsGone_saysSo() throws IOException {
    run.folder().create();
    try (RunLock lock = RunLock.of(run)) {
      lock.check();
      Files.move(folder.resolve("run"), folder.resolve("elsewhere"));
      SearchFailure gone = assertThrows(SearchFailure.class, lock::check);
      assertTrue(gone.getMessage().contains("was deleted or moved"), gone.getMessage());
      run.folder().create();
      Files.createFile(folder.resolve("run/.lock"));
      assertThrows(SearchFailure.class, lock::check, "another file of the same name");
    }
  }

  @Test
  void sweep_deletesWhatIsUnfinished_andNothingElse() {
    for (String name : List.of("trials.csv", "journal/a.jsonl", "models/a.npz")) {
      run.folder().write(name, "whole");
      run.folder().write(name + WholeFiles.UNFINISHED, "half");
    }
    run.sweep();
    assertEquals(List.of("journal", "models", "trials.csv"), run.folder().list(""));
    assertEquals(List.of("a.jsonl"), run.folder().list("journal"));
    assertEquals(List.of("a.npz"), run.folder().list("models"));
  }
}
