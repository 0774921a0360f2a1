package dev.sieve.driver.run.journal;

import dev.sieve.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a file of the journal holds. Each line has a checksum of its own; a segment ends with a line
 * more, its seal, which counts the others and has a checksum of the whole.
 *
 * @param lines the sound ones, each with its line end
 * @param damage what is wrong with the file; empty where nothing is
 */
record Records(List<String> lines, Optional<String> damage) {
  private static final String END = "\n";

  Records {
    lines = List.copyOf(lines);
  }

  /** Returns those of a pack's file. */
  static Records ofPack(String text) {
    List<String> lines = new ArrayList<>();
    Optional<String> damage = Optional.empty();
    int number = 0;
    for (int from = 0, to; from < text.length(); from = to) {
      to = text.indexOf(END, from) + 1;
      number++;
      if (to == 0) {
        return new Records(lines, damage.or(() -> Optional.of("its last line is not complete")));
      }
      if (JournalLine.text("", text.substring(from, to - 1)).isPresent()) {
        lines.add(text.substring(from, to));
      } else if (damage.isEmpty()) {
        damage = Optional.of(Texts.format("line %d has another checksum", number));
      }
    }
    return new Records(lines, text.isEmpty() ? Optional.of("it is empty") : damage);
  }

  /** Returns those of a segment. */
  static Records ofSegment(String text) {
    int seal = text.lastIndexOf(END, text.length() - 2) + 1; // 0 where there is no line before
    if (text.endsWith(END)) {
      String body = text.substring(0, seal);
      Optional<String> last = JournalLine.text(body, text.substring(seal, text.length() - 1));
      Records records = ofPack(body);
      if (last.equals(Optional.of(seal(records.lines().size())))) {
        return records;
      }
    }
    Records torn = ofPack(text);
    return new Records(torn.lines(), torn.damage().or(() -> Optional.of("it has no seal")));
  }

  /** Returns the text of a segment of {@code lines}. */
  static String sealed(List<String> lines) {
    String body = String.join("", lines);
    return body + JournalLine.of(body, seal(lines.size()));
  }

  private static String seal(int lines) {
    return Texts.format("end of %d records", lines);
  }
}
