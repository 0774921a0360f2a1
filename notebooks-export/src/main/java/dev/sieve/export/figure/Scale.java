package dev.sieve.export.figure;

import dev.sieve.export.run.Measure;
import dev.sieve.export.run.Range;
import dev.sieve.result.TrialTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One axis of a plane.
 *
 * @param column of the data that it shows
 * @param title with unit
 * @param logarithmic whether equal distances are equal ratios
 * @param share whether it shows accuracies, as per cents
 * @param reach what it must show, whatever the data
 * @param marks the only values that it has, where it is no number line
 * @param names what it shows in place of numbers, side by side; empty for numbers
 */
record Scale(
    String column,
    String title,
    boolean logarithmic,
    boolean share,
    Optional<Range> reach,
    List<Double> marks,
    List<String> names) {
  /** The column of validation accuracies, in all figures. */
  static final String VALIDATION = TrialTable.VALIDATION_ACCURACY.header();

  static final Scale ACCURACY = share(VALIDATION, "Validation accuracy (%)");

  /** Returns that of what a search went by: of a loss numbers, of all others per cents. */
  static Scale of(Measure measure) {
    return of(measure.column().header(), measure.title(), !measure.isLoss());
  }

  static Scale linear(String column, String title) {
    return of(column, title, false);
  }

  static Scale share(String column, String title) {
    return of(column, title, true);
  }

  private static Scale of(String column, String title, boolean share) {
    return new Scale(column, title, false, share, Optional.empty(), List.of(), List.of());
  }

  /** Returns an axis of {@code names}, which stand in {@code column}. */
  static Scale named(String column, String title, List<String> names) {
    return new Scale(column, title, false, false, Optional.empty(), List.of(), names);
  }

  /** Returns it as the scripts read it. */
  Map<String, Object> setting() {
    Map<String, Object> setting = new LinkedHashMap<>();
    setting.put("column", column);
    setting.put("title", title);
    setting.put("log", logarithmic);
    setting.put("share", share);
    if (!marks.isEmpty()) {
      setting.put("marks", marks);
    }
    if (!names.isEmpty()) {
      setting.put("names", names);
    }
    reach.ifPresent(range -> setting.put("reach", List.of(range.low(), range.high())));
    return setting;
  }
}
