package dev.sieve.driver.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.SieveProcess;
import dev.sieve.driver.harness.SmallSearch;
import dev.sieve.sample.RandomStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL at random times, again and again, until a run of the same command comes to its end. Packs
 * are short against the time between kills, as the promise needs.
 */
@Tag("faults")
class KillAtRandomIT {
  private static final int SEEDS = 20;

  /** The longest time to a kill, in times of an undisturbed run: most are killed at least once. */
  private static final double LONGEST = 1.2;

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String[] SLOWLY = {"--master=local[1,4]", "--set", "packing.size=1"};

  @TempDir static Path folder;

  @Test
  void driverKilledUntilDone_losesNothing() {
    SmallSearch search = SmallSearch.in(folder);
    long start = System.nanoTime();
    search.succeed("whole", SLOWLY);
    int longest = (int) (LONGEST * Duration.ofNanos(System.nanoTime() - start).toMillis());
    int kills =
        IntStream.range(0, SEEDS).parallel().map(seed -> survive(search, seed, longest)).sum();
    assertTrue(kills >= SEEDS / 2, "only " + kills + " kills: the times between them are too long");
    Counts.note(kills + " kills of the driver at random times, from " + SEEDS + " seeds");
  }

  private static int survive(SmallSearch search, int seed, int longest) {
    String run = "seed-" + seed;
    try {
      int kills = killUntilDone(search, run, longest, new RandomStream(seed));
      search.assertSameTables("whole", run);
      return kills;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns how many kills it took. */
  private static int killUntilDone(SmallSearch search, String run, int longest, RandomStream random)
      throws IOException {
    Set<String> finished = Set.of();
    for (int kills = 0; ; kills++) {
      try (SieveProcess sieve = search.start(run, SLOWLY)) {
        if (sieve.endsWithin(Duration.ofMillis(random.nextInt(longest)))) {
          SieveProcess.Result result = sieve.finish(PATIENCE);
          assertEquals(0, result.exit(), result.stderr());
          return kills;
        }
        sieve.kill();
        sieve.finish(PATIENCE);
      }
      Set<String> now = journal(search.run(run));
      assertTrue(now.containsAll(finished), run + " has lost trials: " + finished + ", " + now);
      finished = now;
    }
  }

  /** Returns all lines of the journal, each with its checksum. */
  private static Set<String> journal(Path run) throws IOException {
    Set<String> lines = new HashSet<>();
    Path journal = run.resolve("journal");
    if (Files.exists(journal)) {
      try (Stream<Path> files = Files.list(journal)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).toList()) {
          lines.addAll(Files.readAllLines(file));
        }
      }
    }
    return lines;
  }
}
