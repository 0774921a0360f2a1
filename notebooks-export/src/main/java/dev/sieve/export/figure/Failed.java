package dev.sieve.export.figure;

import dev.sieve.Texts;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How figures show trials without accuracy: as crosses on the lower edge. */
final class Failed {
  private static final String STATUS = "status";

  private Failed() {}

  /** Returns the competing trials of {@code run} that have a value in {@code column}. */
  static Stream<RunTrial> of(Run run, String column) {
    return run.competing().filter(RunTrial::failed).filter(t -> t.row().has(column));
  }

  /** Returns what the column {@code status} of a figure says of {@code trial}. */
  static String status(RunTrial trial) {
    return trial.completed() ? "completed" : trial.status().toLowerCase(Locale.ROOT);
  }

  /** Returns a sentence on the crosses; empty where there are none. */
  static String note(Data data) {
    int place = data.columns().indexOf(STATUS);
    List<?> failed =
        data.rows().stream()
            .map(row -> row.get(place))
            .filter(s -> !"completed".equals(s))
            .toList();
    long diverged = failed.stream().filter("diverged"::equals).count();
    return failed.isEmpty()
        ? ""
        : " Crosses are trials without a result: "
            + Stream.of(count(diverged, "diverged"), count(failed.size() - diverged, "failed"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "))
            + ".";
  }

  private static String count(long trials, String what) {
    return trials == 0 ? "" : Texts.format("%,d %s", trials, what);
  }
}
