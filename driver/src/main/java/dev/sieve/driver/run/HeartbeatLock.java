package dev.sieve.driver.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sieve.Texts;
import dev.sieve.driver.error.SearchFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A file that names its holder, who changes it every few seconds: for file systems without locks. A
 * holder whose file stays as it is for {@link Times#silence} is taken for dead; of one on this
 * machine the system says it. No clocks are compared. A holder that was asleep for so long finds
 * the other's name, and stops.
 */
final class HeartbeatLock implements RunLock {
  private static final Times TIMES = new Times(Duration.ofSeconds(5), Duration.ofSeconds(30));

  /**
   * How fast it beats.
   *
   * @param beat time between two changes of the file
   * @param silence time without a change after which the holder counts as dead: long against beat
   */
  record Times(Duration beat, Duration silence) {}

  private final RunDirectory run;
  private final Times times;
  private LockHolder self;
  private volatile LockHolder successor;
  private volatile boolean gone;
  private boolean closed;

  private HeartbeatLock(RunDirectory run, LockHolder self, Times times) {
    this.run = run;
    this.self = self;
    this.times = times;
    Thread heart = new Thread(this::live, "sieve-lock");
    heart.setDaemon(true);
    heart.start();
  }

  static HeartbeatLock of(RunDirectory run) {
    return of(run, TIMES, LockHolder.here());
  }

  static HeartbeatLock of(RunDirectory run, Times times, LockHolder self) {
    if (!run.folder().writeNew(LockHolder.FILE, self.json())) {
      awaitDeath(run, times);
      run.folder().write(LockHolder.FILE, self.json());
      LockSupport.parkNanos(times.beat().toNanos() / 10); // for whoever else has just taken over
      holder(run)
          .filter(other -> !other.token().equals(self.token()))
          .ifPresent(
              other -> {
                throw RunLock.inUse(run, other.text());
              });
    }
    return new HeartbeatLock(run, self, times);
  }

  /** Returns once the holder is dead or has gone, or refuses the run as soon as it shows life. */
  private static void awaitDeath(RunDirectory run, Times times) {
    Optional<LockHolder> first = holder(run);
    Optional<Boolean> alive = first.flatMap(LockHolder::isAlive);
    if (alive.orElse(false)) {
      throw RunLock.inUse(run, first.get().text());
    }
    long start = System.nanoTime();
    while (first.isPresent()
        && alive.isEmpty()
        && System.nanoTime() - start < times.silence().toNanos()) {
      LockSupport.parkNanos(times.beat().toNanos() / 5);
      Optional<LockHolder> now = holder(run);
      if (now.isEmpty()) {
        return;
      }
      if (!now.equals(first)) {
        throw RunLock.inUse(run, now.get().text());
      }
    }
  }

  /** Returns who holds the lock; nobody where there is none, or none that can be read. */
  private static Optional<LockHolder> holder(RunDirectory run) {
    if (!run.folder().has(LockHolder.FILE)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LockHolder.parse(run.folder().read(LockHolder.FILE)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private synchronized void live() {
    try {
      while (!closed && successor == null && !gone) {
        wait(times.beat().toMillis());
        if (!closed) {
          beat();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody does that
    }
  }

  private void beat() {
    try {
      Optional<LockHolder> holder = holder(run);
      if (!run.folder().has(LockHolder.FILE)) {
        gone = true;
      } else if (holder.isPresent() && !holder.get().token().equals(self.token())) {
        successor = holder.get();
      } else {
        self = self.next();
        run.folder().writeOnce(LockHolder.FILE, self.json());
      }
    } catch (SearchFailure e) {
      // A file system may be away for a while. The next beat tries again, and sooner than a write
      // with its pauses, in which this driver would seem dead.
    }
  }

  @Override
  public void check() {
    if (gone) {
      throw RunLock.gone(run);
    }
    if (successor != null) {
      throw new SearchFailure(
          Texts.format(
              "%s took this driver for dead and has taken over %s; all finished trials are kept",
              successor.text(), run.display()));
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
    if (successor == null && !gone) {
      run.folder().delete(LockHolder.FILE);
    }
  }
}
