package dev.sieve.export.figure;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One axis of a plane.
 *
 * @param column of the data that it shows
 * @param title with unit
 * @param logarithmic whether equal distances are equal ratios
 * @param share whether it shows accuracies, as per cents
 */
record Axis(String column, String title, boolean logarithmic, boolean share) {
  static final Axis ACCURACY =
      new Axis("validation_accuracy", "Validation accuracy (%)", false, true);

  static Axis linear(String column, String title) {
    return new Axis(column, title, false, false);
  }

  /** Returns it as the scripts read it. */
  Map<String, Object> setting() {
    Map<String, Object> setting = new LinkedHashMap<>();
    setting.put("column", column);
    setting.put("title", title);
    setting.put("log", logarithmic);
    setting.put("share", share);
    return setting;
  }
}
