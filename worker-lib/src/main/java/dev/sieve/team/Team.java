package dev.sieve.team;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A thread and its helpers, which share one span of work after the other: a team in the sense of
 * OpenMP. Each thread takes the chunks of its own range first, so that a core sees the same data
 * again, and then chunks that others have not begun, so that nobody waits for a helper that the
 * operating system does not run.
 *
 * <p>For the thread that created the team only. Allocates only when the team grows.
 */
public final class Team implements AutoCloseable {
  /** Distance of two claims: two cache lines, since processors fetch these in pairs. */
  private static final int APART = 16;

  private static final int MOST_CHUNKS = 0xFFFF;
  private static final int SPINS = 1_000;

  private final Cores cores;
  private final int core;
  private final Helper[] helpers;
  private final AtomicLongArray claims; // by thread: region, next chunk, end of its range
  private final AtomicInteger done = new AtomicInteger(); // chunks of this region
  private volatile int size = 1;
  private volatile int region;
  private volatile Throwable failure;
  private Span work;
  private int items;
  private int grain;
  private int threads; // of this region
  private int started; // helpers

  /** Returns a team of the calling thread alone. */
  public static Team alone() {
    return new Cores(1).join();
  }

  /**
   * @param core of its first thread
   */
  Team(Cores cores, int most, int core) {
    this.cores = cores;
    this.core = core;
    this.helpers = new Helper[most - 1];
    this.claims = new AtomicLongArray(most * APART);
  }

  /**
   * Returns the core that the calling thread stands for, from 0: teams that are open at once have
   * different ones. Which processor the operating system gives to the thread is its own affair.
   */
  public int core() {
    return core;
  }

  /** Returns how many threads share the next {@link #run}. */
  public int size() {
    return size;
  }

  void resize(int threads) {
    size = threads;
  }

  /**
   * Does {@code work} on items 0 … {@code items} − 1, in chunks of {@code grain} items, and returns
   * when all is done. Throws what a chunk throws.
   */
  public void run(int items, int grain, Span work) {
    int chunks = (items + grain - 1) / grain;
    int threads = Math.min(size, chunks);
    if (threads <= 1 || chunks > MOST_CHUNKS || !hasHelpers(threads - 1)) {
      work.run(0, items);
      return;
    }
    this.work = work;
    this.items = items;
    this.grain = grain;
    this.threads = threads;
    done.set(0);
    int next = region + 1;
    for (int t = 0; t < threads; t++) {
      claims.set(t * APART, claim(next, chunks * t / threads, chunks * (t + 1) / threads));
    }
    region = next;
    for (int t = 1; t < threads; t++) {
      helpers[t - 1].wake();
    }
    take(0, next);
    awaitOthers(chunks);
    rethrow();
  }

  /**
   * Spins, since a chunk takes microseconds; then yields to a helper that has no core to run on.
   */
  @SuppressWarnings("ThreadPriorityCheck") // of a yield: nothing but speed depends on it
  private void awaitOthers(int chunks) {
    for (int spins = 0; done.get() < chunks; spins++) {
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }

  /** Starts the helpers that are missing, and returns whether there are {@code count}. */
  private boolean hasHelpers(int count) {
    while (started < count) {
      Helper helper = new Helper(this, started + 1);
      if (!helper.start()) {
        return false;
      }
      helpers[started] = helper;
      started++;
    }
    return true;
  }

  int region() {
    return region;
  }

  /**
   * Takes part in region {@code now} as thread {@code t}; does nothing if it is over. A claim holds
   * the number of its region. A region lasts until its claimed chunks are done, so a claim that
   * succeeds proves that the fields read before it belong to the same region.
   */
  void take(int t, int now) {
    Span work = this.work;
    int items = this.items;
    int grain = this.grain;
    int threads = this.threads;
    int taken = 0;
    for (int i = 0; i < threads; i++) {
      int owner = (t + i) % threads;
      for (int chunk = claim(owner, now); chunk >= 0; chunk = claim(owner, now)) {
        run(work, chunk * grain, Math.min(items, (chunk + 1) * grain));
        taken++;
      }
    }
    if (taken > 0) {
      done.addAndGet(taken);
    }
  }

  /** Returns a chunk of {@code owner}'s range, or −1 where none is left. */
  private int claim(int owner, int now) {
    while (true) {
      long claim = claims.get(owner * APART);
      int chunk = (int) (claim >>> 16) & MOST_CHUNKS;
      int end = (int) claim & MOST_CHUNKS;
      if ((int) (claim >>> 32) != now || chunk == end) {
        return -1;
      }
      if (claims.compareAndSet(owner * APART, claim, claim(now, chunk + 1, end))) {
        return chunk;
      }
    }
  }

  private static long claim(int region, int chunk, int end) {
    return (long) region << 32 | (long) chunk << 16 | end;
  }

  private void run(Span work, int from, int to) {
    try {
      work.run(from, to);
    } catch (Throwable e) { // rethrown on the team's thread; the chunk still counts as done
      failure = e;
    }
  }

  private void rethrow() {
    Throwable e = failure;
    failure = null;
    if (e instanceof Error error) {
      throw error;
    }
    if (e != null) {
      throw (RuntimeException) e;
    }
  }

  /** Gives the cores back. */
  @Override
  public void close() {
    cores.leave(this);
    for (int i = 0; i < started; i++) {
      helpers[i].end();
    }
  }
}
