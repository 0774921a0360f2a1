package dev.sieve.driver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.Disturbed;
import dev.sieve.driver.harness.LocalSearch;
import dev.sieve.driver.harness.MemoryFileSystem;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Searches of so many packs that their journal is merged while they run. */
@Timeout(600)
class ManyTrialsTest {
  private static final String STAGES =
      """
        stages = [coarse, fine]
        stage.coarse { sampler = random, trials = 520, space.l2 { log-uniform = [1e-5, 1e-1] } }
        stage.fine { sampler = random, trials = 260, narrow { from = coarse, best = 5, margin = 0.1 } }
      """;

  private static final int TRIALS = 520 + 260;
  private static final int SEGMENTS = TRIALS / 250;

  @AfterEach
  void forget() {
    onChange(name -> {});
    MemoryFileSystem.clear();
  }

  private static void onChange(Consumer<String> listener) {
    MemoryFileSystem.onPlace(listener);
    MemoryFileSystem.onDelete(listener);
  }

  private static LocalSearch search() {
    return LocalSearch.of(STAGES, "packing.size=1");
  }

  private static long segments(String run) {
    return journal(run).stream().filter(name -> name.endsWith(".segment")).count();
  }

  private static List<String> journal(String run) {
    return List.copyOf(MemoryFileSystem.texts("/" + run + "/journal").keySet());
  }

  @Test
  void journalThatIsMerged_changesNoTable_andIsFoundByEveryReader() {
    LocalSearch.of(STAGES, "packing.size=8").run("packs", LocalSearch.executor(2));
    assertEquals(0, segments("packs"));
    search().run("merged", LocalSearch.executor(2));
    assertEquals(SEGMENTS, segments("merged"));
    assertEquals(SEGMENTS + TRIALS % 250, journal("merged").size());
    Map<String, String> whole = LocalSearch.tables("packs");
    assertEquals(whole, LocalSearch.tables("merged"));
    LocalSearch again = search();
    again.run("merged", LocalSearch.executor(1));
    assertEquals(List.of("[coarse]: 520 of 520 known", "[fine]: 260 of 260 known"), again.heard());
    List<Trial> trained = new ArrayList<>();
    search().run("other", Disturbed.noting(LocalSearch.executor(1), trained), "merged");
    assertEquals(List.of(), trained);
    assertEquals(whole, LocalSearch.tables("other"));
  }

  /** At the first segment, at the second, and while the records that they hold are deleted. */
  @Test
  void searchThatEndsWhileItsJournalIsMerged_continuesToTheSameTables() {
    search().run("whole", LocalSearch.executor(2));
    Map<String, String> whole = LocalSearch.tables("whole");
    for (int change : new int[] {1, 2, 100, 251, 252, 253, 400}) {
      AtomicInteger left = new AtomicInteger(change);
      onChange(
          name -> {
            boolean merging = Thread.currentThread().getName().equals("sieve-journal");
            if (merging && left.decrementAndGet() == 0) {
              throw new Disturbed.Stopped(name);
            }
          });
      LocalSearch search = search();
      assertThrows(RuntimeException.class, () -> search.run("stopped", LocalSearch.executor(2)));
      onChange(name -> {});
      search.run("stopped", LocalSearch.executor(1));
      assertEquals(whole, LocalSearch.tables("stopped"), "at change " + change);
      assertTrue(journal("stopped").size() < SEGMENTS + 1 + 250, journal("stopped").toString());
      MemoryFileSystem.clear();
    }
  }
}
