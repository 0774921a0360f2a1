package dev.sieve.driver.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.run.HeartbeatLock.Times;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HeartbeatLockTest {
  private static final Times FAST = new Times(Duration.ofMillis(20), Duration.ofSeconds(1));

  /** Beats so slowly that it seems dead to {@link #FAST}. */
  private static final Times SLOW = new Times(Duration.ofSeconds(2), Duration.ofSeconds(20));

  @TempDir private Path folder;
  private RunDirectory run;

  @BeforeEach
  void open() {
    run = RunDirectory.at(folder.toString(), new Configuration());
  }

  @Test
  @SuppressWarnings("try") // held, not used
  void holderThatShowsLife_keepsOthersOut_byItsName() {
    try (HeartbeatLock held = lock(FAST)) {
      UserError refused = assertThrows(UserError.class, () -> lock(FAST));
      long self = ProcessHandle.current().pid();
      assertTrue(refused.getMessage().contains("in use by process " + self), refused.getMessage());
    }
  }

  @Test
  void holderOfThisMachine_keepsOthersOut_evenIfItIsPaused() {
    run.folder().write(LockHolder.FILE, LockHolder.here().json());
    assumeFalse(LockHolder.here().machine().isEmpty(), "Linux alone tells");
    assertThrows(UserError.class, () -> lock(FAST));
  }

  @Test
  void closedLock_isFree_atOnce() {
    lock(FAST).close();
    assertFalse(run.folder().has(LockHolder.FILE));
    lock(SLOW).close();
  }

  @Test
  void holderOfThisMachineThatHasEnded_isReplaced_withoutWaiting() {
    LockHolder here = LockHolder.here();
    LockHolder gone =
        new LockHolder(here.host(), here.machine(), here.process(), here.started() - 1, "t", 3);
    assumeFalse(here.machine().isEmpty(), "Linux alone tells");
    run.folder().write(LockHolder.FILE, gone.json());
    lock(new Times(Duration.ofSeconds(1), Duration.ofDays(1))).close();
  }

  @Test
  void silentHolder_isReplaced_andStopsWhenItWakes() {
    HeartbeatLock asleep = lock(SLOW);
    HeartbeatLock second = lock(FAST);
    SearchFailure taken = assertThrows(SearchFailure.class, () -> awaitSuccessor(asleep));
    assertTrue(taken.getMessage().contains("has taken over"), taken.getMessage());
    second.check();
    asleep.close();
    assertTrue(run.folder().has(LockHolder.FILE), "it is the second one's now");
    second.close();
  }

  @Test
  void lockOfADirectoryThatIsGone_saysSo() {
    HeartbeatLock lock = lock(FAST);
    run.folder().delete(LockHolder.FILE);
    SearchFailure gone = assertThrows(SearchFailure.class, () -> awaitSuccessor(lock));
    assertTrue(gone.getMessage().contains("was deleted or moved"), gone.getMessage());
    lock.close();
  }

  @Test
  void tornLock_isNobodys() {
    run.folder().write(LockHolder.FILE, "{\"host\":");
    HeartbeatLock lock = lock(FAST);
    assertEquals(LockHolder.here().process(), parsed().process());
    lock.close();
  }

  /** Locks as a process of a machine that tells nobody whether its processes live. */
  private HeartbeatLock lock(Times times) {
    LockHolder here = LockHolder.here();
    return HeartbeatLock.of(
        run,
        times,
        new LockHolder(here.host(), "", here.process(), here.started(), here.token(), 0));
  }

  private LockHolder parsed() {
    try {
      return LockHolder.parse(run.folder().read(LockHolder.FILE));
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Ends, by the {@link Timeout}, where nothing is ever noticed. */
  private static void awaitSuccessor(HeartbeatLock lock) {
    while (true) {
      lock.check();
      Thread.onSpinWait();
    }
  }
}
