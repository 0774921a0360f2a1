package dev.sieve.driver.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.SieveProcess;
import dev.sieve.driver.harness.SieveProcess.Result;
import dev.sieve.driver.harness.SmallSearch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kill anything, run the same command again, get the identical table. */
@Tag("faults")
class ContinuationIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Many small packs, one after the other: something is left when the first is in the journal. */
  private static final String[] SLOWLY = {"--master=local[1,4]", "--set", "packing.size=1"};

  @TempDir static Path folder;
  private static SmallSearch search;

  @BeforeAll
  static void undisturbed() {
    search = SmallSearch.in(folder, SmallSearch.CONF.replace("epochs = 2", "epochs = 8"));
    search.succeed("whole");
  }

  @Test
  void interruption_saysHowToContinue_andTheSameCommandFinishes() {
    try (SieveProcess sieve = search.start("interrupted", SLOWLY)) {
      awaitJournal(sieve, "interrupted");
      sieve.interrupt();
      Result result = sieve.finish(PATIENCE);
      assertEquals(130, result.exit(), result.stderr());
      assertTrue(result.stderr().contains("the same command continues"), result.stderr());
      assertQuiet(result);
      long rows = search.read("interrupted", "trials.csv").lines().count() - 1;
      assertTrue(rows >= 1, "its tables have what has ended, but have " + rows);
    }
    assertContinues(search.succeed("interrupted", SLOWLY));
    search.assertSameTables("whole", "interrupted");
  }

  @Test
  void secondDriver_isRefused_andTheFirstMayBeKilled_andContinuedInOtherPacks() throws IOException {
    try (SieveProcess first = search.start("killed", SLOWLY)) {
      awaitJournal(first, "killed");
      first.suspend();
      Map<String, String> before = files("killed");
      assertRefused(search.end("killed", SLOWLY), first);
      assertRefused(search.end("killed", "--fresh"), first);
      assertEquals(before, files("killed"));
      assertFalse(Files.exists(search.run("killed-1")));
      first.kill();
      assertEquals(137, first.finish(PATIENCE).exit());
    }
    assertContinues(search.succeed("killed", "--set", "packing.size=3"));
    search.assertSameTables("whole", "killed");
  }

  @Test
  void damagedJournal_isSetAside_andItsTrialsRunAgain() throws IOException {
    copy("whole", "damaged");
    List<Path> journal = journal("damaged");
    byte[] flipped = Files.readAllBytes(journal.get(0));
    flipped[flipped.length / 2] ^= 1;
    Files.write(journal.get(0), flipped);
    byte[] whole = Files.readAllBytes(journal.get(2));
    Files.write(journal.get(2), Arrays.copyOf(whole, whole.length - 20));
    Result result = search.succeed("damaged");
    for (Path file : List.of(journal.get(0), journal.get(2))) {
      String name = file.getFileName().toString();
      assertTrue(result.stderr().contains(name + " is damaged"), result.stderr());
      assertTrue(Files.exists(file.resolveSibling(name + ".damaged")), name);
    }
    search.assertSameTables("whole", "damaged");
  }

  @Test
  void fresh_keepsTheOldRunBesideIt() throws IOException {
    copy("whole", "again");
    Map<String, String> old = files("again");
    Result result = search.succeed("again", "--fresh", "--master=local[1,4]");
    assertTrue(result.stderr().contains(search.run("again-1").toString()), result.stderr());
    assertFalse(result.stderr().contains("finished already"), result.stderr());
    assertEquals(old, files("again-1"));
    search.assertSameTables("whole", "again");
  }

  @Test
  void finishedSearch_runAgain_onlyReports() throws IOException {
    copy("whole", "finished");
    search.succeed("finished"); // the commands of executions name the run directory: this one now
    Map<String, String> before = files("finished");
    assertContinues(search.succeed("finished"));
    Map<String, String> after = files("finished");
    for (String name : before.keySet()) {
      if (!name.endsWith(".parquet")) {
        assertEquals(before.get(name), after.get(name), name);
      }
    }
    assertEquals(before.keySet(), after.keySet());
  }

  @Test
  void anotherSeed_isRefusedByItsKey_andTouchesNothing() throws IOException {
    copy("whole", "other");
    Map<String, String> before = files("other");
    Result result = search.end("other", "--set", "seed=8");
    assertEquals(2, result.exit(), result.stderr());
    assertTrue(result.stderr().contains("search.seed is 7 there, but 8 here"), result.stderr());
    assertQuiet(result);
    assertEquals(before, files("other"));
  }

  private static void awaitJournal(SieveProcess sieve, String run) {
    sieve.await("pack in the journal", () -> !journal(run).isEmpty(), PATIENCE);
  }

  private static void assertContinues(Result result) {
    assertTrue(
        result.stderr().matches("(?s).*coarse: \\d of 8 trials are finished already.*"),
        result.stderr());
  }

  private static void assertRefused(Result second, SieveProcess first) {
    assertEquals(2, second.exit(), second.stderr());
    assertTrue(second.stderr().contains("in use by process " + first.pid()), second.stderr());
    assertQuiet(second);
  }

  private static void assertQuiet(Result result) {
    assertFalse(result.stderr().contains("\tat "), result.stderr());
    assertFalse(result.stderr().contains("Exception"), result.stderr());
  }

  private static List<Path> journal(String run) {
    Path journal = search.run(run).resolve("journal");
    if (!Files.exists(journal)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(journal)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a hash of every file of a run, but not of the lock, which each driver signs. */
  private static Map<String, String> files(String run) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    Path root = search.run(run);
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        hashes.put(
            root.relativize(file).toString(),
            UUID.nameUUIDFromBytes(bytes) + " of " + bytes.length);
      }
    }
    hashes.remove(".lock");
    return hashes;
  }

  private static void copy(String from, String to) throws IOException {
    Path root = search.run(from);
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        Files.copy(file, search.run(to).resolve(root.relativize(file).toString()));
      }
    }
  }
}
