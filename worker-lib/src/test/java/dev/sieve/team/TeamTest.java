package dev.sieve.team;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class TeamTest {

  @ParameterizedTest
  @CsvSource({"1, 7, 2", "2, 1, 1", "2, 25, 4", "3, 100, 10", "4, 5, 1", "4, 0, 1", "7, 64, 1"})
  void run_doesEveryItemOnce(int threads, int items, int grain) {
    try (Team team = new Cores(threads).join()) {
      for (int again = 0; again < 500; again++) {
        AtomicIntegerArray times = new AtomicIntegerArray(items);
        team.run(
            items,
            grain,
            (from, to) -> {
              for (int i = from; i < to; i++) {
                times.incrementAndGet(i);
              }
            });
        for (int i = 0; i < items; i++) {
          assertEquals(1, times.get(i), "item " + i);
        }
      }
    }
  }

  /** Each region reads what the one before it wrote, whichever thread that was. */
  @Test
  void regions_seeWhatEarlierOnesWrote() {
    int[] values = new int[64];
    int[] next = new int[64];
    try (Team team = new Cores(3).join()) {
      for (int again = 0; again < 20_000; again++) {
        team.run(64, 1, (from, to) -> next[from] = values[(from + 1) % 64] + 1);
        team.run(64, 1, (from, to) -> values[from] = next[from]);
      }
    }
    int[] expected = new int[64];
    Arrays.fill(expected, 20_000);
    assertArrayEquals(expected, values);
  }

  @Test
  void run_isDoneByAsManyThreads_asTheTeamHas() throws InterruptedException {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    CountDownLatch all = new CountDownLatch(3);
    try (Team team = new Cores(3).join()) {
      assertEquals(3, team.size());
      team.run(
          3,
          1,
          (from, to) -> {
            seen.add(Thread.currentThread());
            all.countDown();
            try { // no thread goes on to another chunk before each has one
              all.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    }
    assertEquals(3, seen.size());
  }

  @Test
  void run_throwsWhatAChunkThrew_onceAllAreDone_andTheNextOneIsSound() {
    AtomicInteger done = new AtomicInteger();
    IllegalStateException broken = new IllegalStateException("broken");
    try (Team team = new Cores(2).join()) {
      Span work =
          (from, to) -> {
            done.incrementAndGet();
            if (from == 7) {
              throw broken;
            }
          };
      assertSame(broken, assertThrows(IllegalStateException.class, () -> team.run(10, 1, work)));
      assertEquals(10, done.get());
      team.run(5, 1, work);
      assertEquals(15, done.get());
    }
  }

  @Test
  void cores_areSharedEvenly_amongTheTeamsThatAreOpen() {
    Cores cores = new Cores(5);
    Team first = cores.join();
    assertEquals(5, first.size());
    Team second = cores.join();
    assertEquals(3, first.size());
    assertEquals(2, second.size());
    first.close();
    assertEquals(5, second.size());
    second.close();
  }

  @Test
  void teamsThatAreOpenAtOnce_standForDifferentCores() {
    Cores cores = new Cores(2);
    Team first = cores.join();
    Team second = cores.join();
    assertEquals(0, first.core());
    assertEquals(1, second.core());
    first.close();
    try (Team third = cores.join()) {
      assertEquals(0, third.core());
    }
    second.close();
  }

  @Test
  void moreTeamsThanCores_haveAThreadEach() {
    Cores cores = new Cores(1);
    try (Team first = cores.join();
        Team second = cores.join()) {
      assertEquals(1, first.size());
      assertEquals(1, second.size());
    }
  }

  @Test
  void noCores_areRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Cores(0));
  }
}
