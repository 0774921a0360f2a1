package dev.sieve.driver.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.RunLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunClaimTest {
  @TempDir private Path folder;
  private RunDirectory run;

  @BeforeEach
  void open() {
    run = RunDirectory.at(folder.resolve("run").toString(), new Configuration());
  }

  private static SearchConf conf(int seed) {
    return ConfFile.parse(
        """
        search {
          seed = %d
          data { source = synthetic, train = 400, validation = 20 }
          stages = [only]
          stage.only {}
        }
        """
            .formatted(seed),
        "x.conf",
        List.of(),
        Map.of());
  }

  @Test
  void lock_refusesASearchThatBeganSinceTheCheck_andLetsGo() {
    assertFalse(RunClaim.check(run, conf(1), "f"));
    run.folder().write(RunDirectory.CONF, conf(2).resolved());
    UserError refused = assertThrows(UserError.class, () -> RunClaim.lock(run, conf(1), "f"));
    assertTrue(refused.getMessage().contains("search.seed is 2 there, but 1 here"));
    RunClaim.lock(run, conf(2), "f").close();
  }

  @Test
  @SuppressWarnings("try") // the lock is held, not used
  void setAside_refusesARunThatIsUnderWay_andLeavesItWhereItIs() {
    run.folder().write(RunDirectory.CONF, conf(1).resolved());
    try (RunLock held = RunLock.of(run)) {
      assertThrows(UserError.class, () -> RunClaim.setAside(run));
    }
    assertTrue(run.folder().has(RunDirectory.CONF));
  }

  @Test
  void foldersOfOtherFiles_areNotSetAside() {
    run.folder().write("notes.txt", "mine");
    UserError refused = assertThrows(UserError.class, () -> RunClaim.checkPlace(run));
    assertTrue(refused.getMessage().contains("but holds notes.txt"), refused.getMessage());
  }

  @Test
  void setAside_keepsTheOldRun_withoutItsLock() {
    run.folder().write(RunDirectory.CONF, conf(1).resolved());
    run.folder().write(".sieve-1.jar", "of the search that begins");
    String kept = folder.resolve("run-1").toString();
    assertEquals(Optional.of(kept), RunClaim.setAside(run));
    assertEquals(Optional.empty(), RunClaim.setAside(run));
    assertTrue(Files.exists(Path.of(kept, RunDirectory.CONF)));
    assertFalse(Files.exists(Path.of(kept, ".lock")));
    assertTrue(run.folder().has(".sieve-1.jar"));
    RunClaim.lock(run, conf(2), "f").close();
  }
}
