package dev.sieve.export.figure;

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
 */
record Scale(
    String column, String title, boolean logarithmic, boolean share, Optional<Range> reach) {
  /** The column of validation accuracies, in all figures. */
  static final String VALIDATION = TrialTable.VALIDATION_ACCURACY.header();

  static final Scale ACCURACY = share(VALIDATION, "Validation accuracy (%)");

  static Scale linear(String column, String title) {
    return new Scale(column, title, false, false, Optional.empty());
  }

  static Scale share(String column, String title) {
    return new Scale(column, title, false, true, Optional.empty());
  }

  /** Returns it as the scripts read it. */
  Map<String, Object> setting() {
    Map<String, Object> setting = new LinkedHashMap<>();
    setting.put("column", column);
    setting.put("title", title);
    setting.put("log", logarithmic);
    setting.put("share", share);
    reach.ifPresent(range -> setting.put("reach", List.of(range.low(), range.high())));
    return setting;
  }
}
