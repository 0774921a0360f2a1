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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SIGKILL at random times, again and again, until a run of the same command comes to its end. The
 * time begins when a run holds its directory, for before that there is nothing to lose.
 */
@Tag("faults")
class KillAtRandomIT {
  private static final int SEEDS = 10;

  /** By how much the longest time to a kill grows with each, so that every run ends some day. */
  private static final double PATIENCE_GROWS = 2.5;

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String[] SLOWLY = {"--master=local[1,4]", "--set", "packing.size=1"};

  @TempDir static Path folder;
  private static SmallSearch search;
  private static int longest; // milliseconds to a first kill
  private static int kills;

  @BeforeAll
  static void undisturbed() {
    search = SmallSearch.in(folder);
    try (SieveProcess sieve = search.start("whole", SLOWLY)) {
      awaitLock(sieve, "whole");
      long start = System.nanoTime();
      sieve.finish(PATIENCE);
      longest = (int) Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
  }

  @AfterAll
  static void count() {
    Counts.note(kills + " kills of the driver at random times, from 20 seeds");
  }

  /** Two at a time: most of a run is the start of a JVM, which one core does alone. */
  @ParameterizedTest
  @ValueSource(ints = {0, 10})
  void driverKilledUntilDone_losesNothing(int firstSeed) {
    int here =
        IntStream.range(firstSeed, firstSeed + SEEDS).parallel().map(KillAtRandomIT::survive).sum();
    assertTrue(here >= SEEDS / 2, "only " + here + " kills: the times between them are too long");
    kills += here;
  }

  private static int survive(int seed) {
    String run = "seed-" + seed;
    try {
      int took = killUntilDone(run, new RandomStream(seed));
      search.assertSameTables("whole", run);
      return took;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns how many kills it took. */
  private static int killUntilDone(String run, RandomStream random) throws IOException {
    Set<String> finished = Set.of();
    double most = longest;
    for (int took = 0; ; took++) {
      try (SieveProcess sieve = search.start(run, SLOWLY)) {
        awaitLock(sieve, run);
        if (sieve.endsWithin(Duration.ofMillis((long) (most * random.nextDouble())))) {
          SieveProcess.Result result = sieve.finish(PATIENCE);
          assertEquals(0, result.exit(), result.stderr());
          return took;
        }
        sieve.kill();
        sieve.finish(PATIENCE);
      }
      Set<String> now = journal(search.run(run));
      assertTrue(now.containsAll(finished), run + " has lost trials: " + finished + ", " + now);
      finished = now;
      most *= PATIENCE_GROWS;
    }
  }

  /** Returns as soon as the run directory is the process's own. */
  private static void awaitLock(SieveProcess sieve, String run) {
    Path lock = search.run(run).resolve(".lock");
    String holder = "process " + sieve.pid() + " ";
    sieve.await("lock", () -> Files.exists(lock) && text(lock).startsWith(holder), PATIENCE);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
