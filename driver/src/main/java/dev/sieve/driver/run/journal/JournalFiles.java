package dev.sieve.driver.run.journal;

import dev.sieve.Digest;
import dev.sieve.Texts;
import dev.sieve.driver.run.Folder;
import dev.sieve.driver.run.RunDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of a journal: a record for each pack, and segments, which are numbered in the order in
 * which they were written. A segment's name also has a hash of what is in it, so that no driver,
 * even one that was taken for dead, overwrites another's.
 */
final class JournalFiles {
  private static final String PACK = ".jsonl";
  private static final String SEGMENT = ".segment";
  private static final String DAMAGED = ".damaged";
  private static final int HASH_BYTES = 6;

  private final Folder run;

  JournalFiles(RunDirectory run) {
    this.run = run.folder();
  }

  /** Returns the names of all records of packs, sorted. */
  List<String> packs() {
    return names(PACK);
  }

  /** Returns the names of all segments, in the order in which they were written. */
  List<String> segments() {
    return names(SEGMENT);
  }

  private List<String> names(String suffix) {
    return run.list(RunDirectory.JOURNAL).stream().filter(name -> name.endsWith(suffix)).toList();
  }

  /** Returns what is in the file {@code name}; empty where there is none. */
  Optional<Records> read(String name) {
    return run.readIfThere(path(name))
        .map(text -> name.endsWith(SEGMENT) ? Records.ofSegment(text) : Records.ofPack(text));
  }

  /** Writes the record of {@code pack}, in place of an earlier one; durable on return. */
  String writePack(String pack, List<String> lines) {
    String name = pack + PACK;
    run.write(path(name), String.join("", lines));
    return name;
  }

  /** Writes a segment of {@code lines}; durable on return. */
  void writeSegment(List<String> lines) {
    List<String> before = segments();
    int number = before.isEmpty() ? 1 : 1 + number(before.get(before.size() - 1));
    String name = Texts.format("%06d-%s%s", number, Digest.of(lines, HASH_BYTES), SEGMENT);
    run.write(path(name), Records.sealed(lines));
  }

  private static int number(String segment) {
    return Integer.parseInt(segment.substring(0, segment.indexOf('-')));
  }

  /** Returns the lines of those of {@code packs} that are sound, which {@code merged} hears of. */
  List<String> lines(List<String> packs, List<String> merged) {
    List<String> lines = new ArrayList<>();
    for (String name : packs) {
      read(name)
          .filter(records -> records.damage().isEmpty())
          .ifPresent(
              records -> {
                lines.addAll(records.lines());
                merged.add(name);
              });
    }
    return lines;
  }

  void delete(String name) {
    run.delete(path(name));
  }

  /** Renames {@code name} so that it is read no more, and returns how it is called then. */
  String setAside(String name) {
    run.rename(path(name), path(name + DAMAGED));
    return name + DAMAGED;
  }

  private static String path(String name) {
    return RunDirectory.JOURNAL + "/" + name;
  }
}
