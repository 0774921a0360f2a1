package dev.sieve.driver.run.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.faults.Counts;
import dev.sieve.driver.harness.Disturbed;
import dev.sieve.driver.harness.MemoryFileSystem;
import dev.sieve.driver.run.Folder;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.trial.Execution;
import dev.sieve.trial.Failure;
import dev.sieve.trial.Status;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A journal whose records are merged three at a time, by the thread that writes them. */
@Timeout(120)
class MergedJournalTest {
  private static final RunDirectory RUN =
      RunDirectory.at("mem:/run", MemoryFileSystem.configuration());
  private static final int EVERY = 3;
  private static final int PACKS = 8;
  private static final List<JournalEntry> ALL =
      IntStream.range(0, PACKS).mapToObj(MergedJournalTest::entry).toList();

  private final List<String> warnings = new ArrayList<>();

  @AfterEach
  void forget() {
    onChange(name -> {});
    MemoryFileSystem.clear();
  }

  private static void onChange(Consumer<String> listener) {
    MemoryFileSystem.onPlace(listener);
    MemoryFileSystem.onDelete(listener);
  }

  private static Journal journal() {
    return new Journal(RUN, EVERY, () -> {}, Runnable::run);
  }

  private static JournalEntry entry(int trial) {
    return entry(trial, Failure.DIVERGED);
  }

  private static JournalEntry entry(int trial, Failure failure) {
    Execution execution =
        new Execution(0, "p" + trial, 1, 0, 1L, 0.5, "h", "1", "b", 1, 0, "why", null);
    return new JournalEntry(
        "coarse",
        trial,
        "0123456789ab",
        0,
        1,
        failure == Failure.DIVERGED ? Status.DIVERGED : Status.FAILED,
        failure,
        7,
        null,
        null,
        null,
        List.of(),
        null,
        execution,
        null,
        null,
        null,
        null);
  }

  /** Appends what is missing, pack by pack, each of one trial; {@code durable} has what ended. */
  private static void search(Journal journal, Set<JournalEntry> known, List<JournalEntry> durable) {
    for (JournalEntry entry : ALL) {
      if (!known.contains(entry)) {
        journal.append("p" + entry.trial(), List.of(entry));
        durable.add(entry);
        journal.settle(why -> {});
      }
    }
  }

  private static void search() {
    search(journal(), Set.of(), new ArrayList<>());
  }

  private static List<String> files() {
    return List.copyOf(MemoryFileSystem.texts("/run/journal").keySet());
  }

  private List<JournalEntry> sorted(List<JournalEntry> entries) {
    return entries.stream().sorted((a, b) -> Integer.compare(a.trial(), b.trial())).toList();
  }

  @Test
  void records_becomeSegments_andAreReadAsBefore() {
    search();
    List<String> files = files();
    assertEquals(4, files.size(), files.toString());
    assertTrue(files.get(0).matches("000001-\\p{XDigit}{12}\\.segment"), files.toString());
    assertTrue(files.get(1).startsWith("000002-"), files.toString());
    assertEquals(List.of("p6.jsonl", "p7.jsonl"), files.subList(2, 4));
    assertEquals(ALL, journal().look(warnings::add));
    assertEquals(ALL, journal().read(warnings::add));
    assertEquals(files, files());
    assertEquals(List.of(), warnings);
  }

  @Test
  void journalOfBefore_isMerged_whenASearchGoesOn() {
    Journal before = new Journal(RUN, PACKS + 1, () -> {}, Runnable::run);
    search(before, Set.of(), new ArrayList<>());
    assertEquals(PACKS, files().size());
    Journal now = journal();
    assertEquals(ALL, now.read(warnings::add));
    now.settle(warnings::add);
    assertEquals(4, files().size(), files().toString());
    assertEquals(ALL, journal().read(warnings::add));
    assertEquals(List.of(), warnings);
  }

  /** Twice in a row, each time just before any file gets its place or is deleted. */
  @Test
  void driverKilledAtAnyChange_andAgain_losesNothing_andCountsNothingTwice() {
    AtomicInteger changes = new AtomicInteger();
    onChange(name -> changes.incrementAndGet());
    search();
    int kills = 0;
    for (int first = 1; first <= changes.get(); first++) {
      for (int second = 1; second <= changes.get(); second++) {
        MemoryFileSystem.clear();
        kills += killed(first) ? 1 : 0;
        kills += killed(second) ? 1 : 0;
        assertFalse(killed(Integer.MAX_VALUE));
        String at = "killed at changes " + first + " and " + second;
        assertEquals(ALL, sorted(journal().read(warnings::add)), at);
        assertEquals(List.of(), warnings, at);
        assertTrue(files().stream().filter(name -> name.endsWith(".jsonl")).count() < EVERY, at);
      }
    }
    assertTrue(kills > changes.get(), kills + " kills");
    Counts.note(kills + " kills of a driver that merges its journal");
  }

  /** Goes on until the {@code k}-th change, and returns whether there were as many. */
  private boolean killed(int k) {
    AtomicInteger left = new AtomicInteger(k);
    onChange(
        name -> {
          if (left.decrementAndGet() == 0) {
            throw new Disturbed.Stopped(name);
          }
        });
    List<JournalEntry> durable = new ArrayList<>();
    boolean killed = false;
    try {
      Journal journal = journal();
      List<JournalEntry> known = journal.read(warnings::add);
      durable.addAll(known);
      journal.settle(warnings::add);
      search(journal, Set.copyOf(known), durable);
    } catch (Disturbed.Stopped | CompletionException end) {
      killed = true;
    }
    onChange(name -> {});
    List<JournalEntry> found = journal().look(warnings::add);
    assertTrue(found.containsAll(durable), () -> files() + " have lost some of " + durable);
    assertEquals(found.size(), Set.copyOf(found).size());
    RUN.sweep();
    return killed;
  }

  @Test
  void whoLooks_whileRecordsAreMerged_seesEachOnce() {
    List<JournalEntry> durable = new ArrayList<>();
    onChange(
        name -> {
          List<JournalEntry> seen = sorted(new Journal(RUN).look(warnings::add));
          assertTrue(seen.equals(durable) || seen.equals(ALL.subList(0, durable.size() + 1)));
        });
    search(journal(), Set.of(), durable);
    assertEquals(List.of(), warnings);
  }

  /** A record may vanish between the listing of its folder and its reading. */
  @Test
  void whoLooks_besideAnotherThread_missesNothing() throws InterruptedException {
    Thread writer = new Thread(() -> IntStream.range(0, 400).forEach(MergedJournalTest::append));
    writer.start();
    int before = 0;
    while (writer.isAlive()) {
      List<JournalEntry> seen = new Journal(RUN).look(warnings::add);
      assertEquals(seen.size(), Set.copyOf(seen).size());
      assertTrue(seen.size() >= before, seen.size() + " after " + before);
      before = seen.size();
    }
    writer.join();
    assertEquals(400, new Journal(RUN).look(warnings::add).size());
    assertEquals(List.of(), warnings);
  }

  private static final Journal WRITTEN = journal();

  private static void append(int trial) {
    WRITTEN.append("p" + trial, List.of(entry(trial)));
  }

  @Test
  void segmentTornAnywhere_losesTheTrialsOfItsTornLinesAlone() {
    byte[] whole = segment();
    for (int length = 0; length < whole.length; length++) {
      damage(Arrays.copyOf(whole, length), lines(whole, length));
    }
    Counts.note(whole.length + " lengths at which a segment was torn");
  }

  @Test
  void segmentWithAFlippedBit_losesTheTrialOfItsLineAlone() {
    byte[] whole = segment();
    for (int at = 0; at < whole.length; at++) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 1;
      int line = lines(whole, at);
      int hit = line == EVERY ? 0 : 1; // the seal is no trial's
      boolean end = whole[at] == '\n' && line + 1 < EVERY; // two lines become one
      damage(flipped, EVERY - (end ? 2 : hit));
    }
    Counts.note(whole.length + " bytes of a segment that were flipped");
  }

  private byte[] segment() {
    search();
    return MemoryFileSystem.texts("/run/journal")
        .get(files().get(0))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Returns how many lines end before byte {@code at}. */
  private static int lines(byte[] text, int at) {
    return (int) IntStream.range(0, at).filter(i -> text[i] == '\n').count();
  }

  /** Of the first segment; {@code sound} of its trials are not lost. */
  private void damage(byte[] bytes, int sound) {
    MemoryFileSystem.clear();
    search();
    String segment = files().get(0);
    RUN.folder().write("journal/" + segment, bytes);
    assertEquals(PACKS - EVERY + sound, new Journal(RUN).look(why -> {}).size(), segment);
    List<JournalEntry> read = journal().read(warnings::add);
    assertEquals(PACKS - EVERY + sound, read.size());
    assertTrue(ALL.containsAll(read));
    assertEquals(1, warnings.size(), warnings.toString());
    assertTrue(warnings.get(0).startsWith("journal/" + segment + " is damaged ("));
    assertTrue(files().contains(segment + ".damaged"));
    warnings.clear();
    assertEquals(Set.copyOf(read), Set.copyOf(journal().read(warnings::add)));
    assertEquals(List.of(), warnings);
  }

  @Test
  void damagedRecord_isNotMerged() {
    Journal journal = journal();
    journal.append("p0", List.of(ALL.get(0)));
    Folder run = RUN.folder();
    run.write("journal/p0.jsonl", run.read("journal/p0.jsonl").replace("coarse", "corase"));
    journal.append("p1", List.of(ALL.get(1)));
    journal.append("p2", List.of(ALL.get(2)));
    assertEquals(2, files().size(), files().toString());
    assertEquals(ALL.subList(1, 3), journal().read(warnings::add));
    assertTrue(warnings.get(0).startsWith("journal/p0.jsonl is damaged"), warnings.toString());
  }

  /** Its pack has the name of the earlier one, which is in a segment at that moment. */
  @Test
  void trialThatIsTrainedAgain_whileItsRecordIsMerged_isKept() {
    Journal journal = journal();
    JournalEntry again = ALL.get(0);
    journal.append("p0", List.of(entry(0, Failure.TIMEOUT)));
    journal.append("p1", List.of(ALL.get(1)));
    MemoryFileSystem.onPlace(
        name -> {
          if (name.endsWith(".segment")) {
            journal.append("p0", List.of(again));
          }
        });
    journal.append("p2", List.of(ALL.get(2)));
    assertTrue(files().contains("p0.jsonl"), files().toString());
    List<JournalEntry> read = journal().read(warnings::add);
    assertEquals(again, read.get(read.size() - 1));
    assertEquals(4, read.size());
  }

  @Test
  void journalOfAnotherDriver_isNotMerged_andToldOf() {
    Journal lost =
        new Journal(
            RUN,
            EVERY,
            () -> {
              throw new SearchFailure("another driver has taken over");
            },
            Runnable::run);
    ALL.forEach(entry -> lost.append("p" + entry.trial(), List.of(entry)));
    lost.settle(warnings::add);
    assertEquals(PACKS, files().size());
    assertTrue(warnings.get(0).endsWith(": another driver has taken over"), warnings.toString());
  }

  @Test
  void failureThatIsNoFileSystems_isThrown() {
    Journal journal = journal();
    MemoryFileSystem.onDelete(
        name -> {
          throw new Disturbed.Stopped(name);
        });
    ALL.subList(0, EVERY).forEach(e -> journal.append("p" + e.trial(), List.of(e)));
    assertThrows(CompletionException.class, () -> journal.settle(warnings::add));
  }
}
