package dev.sieve.export.run;

import dev.sieve.result.CurveTable;
import dev.sieve.run.CsvTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The learning curves of some trials of a run: of all, or of a sample where there are too many.
 *
 * @param byTrial measurements by {@link RunTrial#label}, in the order of steps
 * @param rows measurements of the whole run, kept or not
 */
public record Curves(Map<String, List<Measurement>> byTrial, long rows) {

  /** Of a run that has none. */
  static final Curves NONE = new Curves(Map.of(), 0);

  /** Reads those of the trials whose labels {@code wanted} holds, in one pass. */
  static Curves read(CsvTable table, Set<String> wanted) {
    Map<String, List<Measurement>> kept = new LinkedHashMap<>();
    long[] rows = {0};
    table.forEach(
        row -> {
          rows[0]++;
          String label = RunTrial.label(row.text(CurveTable.STAGE), row.text(CurveTable.TRIAL));
          if (wanted.contains(label)) {
            kept.computeIfAbsent(label, name -> new ArrayList<>()).add(Measurement.of(row));
          }
        });
    return new Curves(kept, rows[0]);
  }

  /** Returns the curve of {@code trial}; empty where it was not kept or never measured. */
  public List<Measurement> of(RunTrial trial) {
    return byTrial.getOrDefault(trial.label(), List.of());
  }
}
