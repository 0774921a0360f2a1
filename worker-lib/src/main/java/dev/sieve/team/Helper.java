package dev.sieve.team;

import java.util.concurrent.locks.LockSupport;

/**
 * A thread that helps a team. Between two regions of work it spins, since they follow each other
 * within microseconds; if none comes for a while, it sleeps.
 */
final class Helper {
  /** Longer than the pause between two regions of a training step. */
  private static final long SPIN_NANOS = 200_000;

  private static final int SPINS = 64;

  private final Team team;
  private final int index;
  private final Thread thread;
  private volatile boolean asleep;
  private volatile boolean over;

  Helper(Team team, int index) {
    this.team = team;
    this.index = index;
    this.thread = new Thread(this::help, Thread.currentThread().getName() + "-helper-" + index);
    thread.setDaemon(true);
  }

  /** Starts the thread, and returns whether it runs: the system may allow no more threads. */
  boolean start() {
    try {
      thread.start();
      return true;
    } catch (OutOfMemoryError e) {
      return false;
    }
  }

  /** Wakes the thread if it sleeps: a region has begun. */
  void wake() {
    if (asleep) {
      LockSupport.unpark(thread);
    }
  }

  void end() {
    over = true;
    LockSupport.unpark(thread);
  }

  private void help() {
    int seen = 0;
    while (!over) {
      int region = team.region();
      if (region == seen) {
        await(seen);
      } else {
        seen = region;
        team.take(index, region);
      }
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // yields: only speed depends on them
  private void await(int seen) {
    long start = System.nanoTime();
    while (team.region() == seen && !over) {
      for (int i = 0; i < SPINS && team.region() == seen; i++) {
        Thread.onSpinWait();
      }
      Thread.yield();
      if (System.nanoTime() - start > SPIN_NANOS) {
        sleep(seen);
      }
    }
  }

  private void sleep(int seen) {
    asleep = true;
    if (team.region() == seen && !over) {
      LockSupport.park(this);
    }
    asleep = false;
  }
}
