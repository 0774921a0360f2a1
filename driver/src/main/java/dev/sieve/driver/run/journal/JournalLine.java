package dev.sieve.driver.run.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/** A line of the journal: a CRC-32C in hexadecimal, a space, and what it is the checksum of. */
final class JournalLine {
  private static final int DIGITS = 8;
  private static final ObjectReader READER = new ObjectMapper().readerFor(JournalEntry.class);
  private static final ObjectWriter WRITER = new ObjectMapper().writerFor(JournalEntry.class);

  private JournalLine() {}

  /** Returns {@code text} behind its checksum, with a line end. */
  static String of(String text) {
    return of("", text);
  }

  /** Returns {@code text} behind the checksum of itself and all {@code before} it. */
  static String of(String before, String text) {
    return checksum(before, text) + " " + text + "\n";
  }

  /** Returns the line of {@code entry}. */
  static String of(JournalEntry entry) {
    try {
      return of(WRITER.writeValueAsString(entry));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + entry, e);
    }
  }

  /**
   * Returns the text of {@code line}, which has no line end; empty where its checksum is another.
   */
  static Optional<String> text(String before, String line) {
    boolean sound =
        line.length() > DIGITS
            && line.charAt(DIGITS) == ' '
            && line.startsWith(checksum(before, line.substring(DIGITS + 1)));
    return sound ? Optional.of(line.substring(DIGITS + 1)) : Optional.empty();
  }

  /** Returns the entry in the sound {@code line}; empty where it is of another version. */
  static Optional<JournalEntry> entry(String line) {
    try {
      return Optional.of(READER.readValue(line.substring(DIGITS + 1)));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns the checksum that {@code line} says it has. */
  static long checksum(String line) {
    return Long.parseLong(line, 0, DIGITS, 16);
  }

  private static String checksum(String before, String text) {
    CRC32C crc = new CRC32C();
    crc.update(before.getBytes(StandardCharsets.UTF_8));
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
