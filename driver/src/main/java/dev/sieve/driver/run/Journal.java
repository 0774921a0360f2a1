package dev.sieve.driver.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sieve.Texts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/**
 * The truth about a search while it runs: one file per finished pack, one line per trial, each line
 * a CRC-32C in hexadecimal, a space, and the {@link JournalEntry} in JSON. Finished trials are
 * durable before anybody hears of them.
 */
public final class Journal {
  /** In the run directory. */
  static final String FOLDER = "journal";

  private static final String SUFFIX = ".jsonl";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Folder run;

  public Journal(RunDirectory run) {
    this.run = run.folder();
  }

  /** Adds the trials of the pack {@code pack}; durable on return. */
  public void append(String pack, List<JournalEntry> entries) {
    String lines = entries.stream().map(Journal::line).collect(Collectors.joining());
    run.write(FOLDER + "/" + pack + SUFFIX, lines);
  }

  /**
   * Returns all entries. A file with a damaged line is set aside, and {@code warn} told; its trials
   * will run again.
   */
  public List<JournalEntry> read(Consumer<String> warn) {
    return read(
        (name, damage) -> {
          run.rename(FOLDER + "/" + name, FOLDER + "/" + name + ".damaged");
          warn.accept(
              Texts.format(
                  "journal/%s is damaged (%s); it is kept as %s.damaged, and its trials run again",
                  name, damage, name));
        });
  }

  /** As {@link #read}, but only looks: a search may be at work there. */
  public List<JournalEntry> look(Consumer<String> warn) {
    return read(
        (name, damage) -> warn.accept(Texts.format("journal/%s is damaged (%s)", name, damage)));
  }

  private List<JournalEntry> read(BiConsumer<String, String> onDamage) {
    List<JournalEntry> entries = new ArrayList<>();
    for (String name : run.list(FOLDER)) {
      if (name.endsWith(SUFFIX)) {
        try {
          entries.addAll(parse(run.read(FOLDER + "/" + name)));
        } catch (JsonProcessingException | IllegalArgumentException e) {
          onDamage.accept(name, e.getMessage().lines().findFirst().orElse("unreadable"));
        }
      }
    }
    return entries;
  }

  private static List<JournalEntry> parse(String text) throws JsonProcessingException {
    List<JournalEntry> entries = new ArrayList<>();
    if (!text.endsWith("\n")) {
      throw new IllegalArgumentException("its last line is not complete");
    }
    for (String line : text.lines().toList()) {
      int space = line.indexOf(' ');
      String json = line.substring(space + 1);
      if (space < 0 || !line.substring(0, space).equals(checksum(json))) {
        throw new IllegalArgumentException(
            "line " + (entries.size() + 1) + " has another checksum");
      }
      entries.add(JSON.readValue(json, JournalEntry.class));
    }
    return entries;
  }

  private static String line(JournalEntry entry) {
    try {
      String json = JSON.writeValueAsString(entry);
      return checksum(json) + " " + json + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + entry, e);
    }
  }

  private static String checksum(String json) {
    CRC32C crc = new CRC32C();
    crc.update(json.getBytes(StandardCharsets.UTF_8));
    return Texts.format("%08x", crc.getValue());
  }
}
