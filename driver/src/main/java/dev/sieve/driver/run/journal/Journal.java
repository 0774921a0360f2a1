package dev.sieve.driver.run.journal;

import dev.sieve.Texts;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.RunLock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The truth about a search while it runs: a record for each finished pack, in a file of its own,
 * with a line for each trial. Finished trials are durable before anybody hears of them. Every so
 * many records are merged into a segment, so that the journal of a million trials is some hundreds
 * of files. A record that stands in a segment and in its own file is one.
 */
public final class Journal {
  /**
   * Records that make a segment. For 100,000 packs, 400 segments are left and at most 250 records:
   * about as many of one as of the other.
   */
  private static final int EVERY = 250;

  private final JournalFiles files;
  private final Merger merger;
  private long sum; // of the checksums of all lines

  /** One that is looked at, or that others have no part in. */
  public Journal(RunDirectory run) {
    this(run, EVERY, () -> {}, Journal::background);
  }

  /**
   * One that a search writes.
   *
   * @param lock held on {@code run}
   */
  public Journal(RunDirectory run, RunLock lock) {
    this(run, EVERY, lock::check, Journal::background);
  }

  /**
   * @param every records that make a segment
   * @param check throws where {@code run} has become another driver's
   * @param background where records are merged
   */
  Journal(RunDirectory run, int every, Runnable check, Executor background) {
    this.files = new JournalFiles(run);
    this.merger = new Merger(files, every, check, background);
  }

  private static void background(Runnable merge) {
    Thread thread = new Thread(merge, "sieve-journal");
    thread.setDaemon(true); // it may end anywhere, as any driver
    thread.start();
  }

  /** Adds the trials of the pack {@code pack}; durable on return. */
  public void append(String pack, List<JournalEntry> entries) {
    List<String> lines = entries.stream().map(JournalLine::of).toList();
    merger.write(pack, lines);
    lines.forEach(line -> sum += JournalLine.checksum(line));
  }

  /**
   * Returns a text that two readings of the journal share where it holds the same entries, in
   * whatever files.
   */
  public String state() {
    return Long.toHexString(sum);
  }

  /**
   * Returns when no records are being merged.
   *
   * @param warn hears why they could not be, if they could not: the journal is then as good as
   *     before, in more files
   */
  public void settle(Consumer<String> warn) {
    merger
        .settle()
        .ifPresent(
            why -> warn.accept("the journal stays in more files than it need be in: " + why));
  }

  /**
   * Returns all entries, those of earlier records first. A damaged file is set aside, and {@code
   * warn} told; the trials of its damaged lines will run again. For who holds the lock.
   */
  public List<JournalEntry> read(Consumer<String> warn) {
    Map<String, List<Read>> packs = new LinkedHashMap<>();
    Damaged aside = (name, sound, damage) -> setAside(name, sound, damage, warn);
    Set<Read> all = read(packs, aside);
    List<String> unmerged = new ArrayList<>();
    packs.forEach(
        (name, entries) -> {
          if (all.addAll(entries)) {
            unmerged.add(name);
          } else {
            files.delete(name); // a driver was killed between its segment and this
          }
        });
    merger.found(unmerged);
    sum = all.stream().mapToLong(Read::checksum).sum();
    return all.stream().map(Read::entry).toList();
  }

  /** As {@link #read}, but only looks: a search may be at work there. */
  public List<JournalEntry> look(Consumer<String> warn) {
    Map<String, List<Read>> packs = new LinkedHashMap<>();
    Set<Read> all =
        read(
            packs,
            (name, sound, damage) ->
                warn.accept(Texts.format("journal/%s is damaged (%s)", name, damage)));
    packs.values().forEach(all::addAll);
    return all.stream().map(Read::entry).toList();
  }

  /** An entry and the checksum of its line. */
  private record Read(JournalEntry entry, long checksum) {}

  /** Hears of a damaged file, and of those of its lines that are not. */
  private interface Damaged {
    void file(String name, List<String> sound, String damage);
  }

  /** What is sound is kept first: a driver that is killed in between finds the damage again. */
  private void setAside(String name, List<String> sound, String damage, Consumer<String> warn) {
    if (!sound.isEmpty()) {
      files.writeSegment(sound);
    }
    String aside = files.setAside(name);
    warn.accept(
        Texts.format(
            "journal/%s is damaged (%s); it is kept as %s, and %s run again",
            name,
            damage,
            aside,
            sound.isEmpty() ? "its trials" : "the trials of its damaged lines"));
  }

  /**
   * Puts what is in records of packs into {@code packs}, and returns what is in segments. In this
   * order: a record that vanishes meanwhile is in a segment by then.
   */
  private Set<Read> read(Map<String, List<Read>> packs, Damaged damaged) {
    files.packs().forEach(name -> packs.put(name, entries(name, damaged)));
    Set<Read> merged = new LinkedHashSet<>();
    files.segments().forEach(name -> merged.addAll(entries(name, damaged)));
    return merged;
  }

  private List<Read> entries(String name, Damaged damaged) {
    Optional<Records> found = files.read(name);
    if (found.isEmpty()) {
      return List.of();
    }
    List<String> sound = new ArrayList<>();
    List<Read> entries = new ArrayList<>();
    for (String line : found.get().lines()) {
      JournalLine.entry(line)
          .ifPresent(
              entry -> {
                sound.add(line);
                entries.add(new Read(entry, JournalLine.checksum(line)));
              });
    }
    boolean foreign = sound.size() < found.get().lines().size();
    found
        .get()
        .damage()
        .or(() -> foreign ? Optional.of("it is of another version of Sieve") : Optional.empty())
        .ifPresent(damage -> damaged.file(name, sound, damage));
    return entries;
  }
}
