package dev.sieve.result;

import dev.sieve.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What the table {@code importance} says, in a sentence for each stage. */
public final class ImportanceText {
  /** Smaller shares are not worth a word. */
  private static final double SMALL = 0.05;

  private static final int MOST = 3;

  private ImportanceText() {}

  /**
   * Returns a sentence for each stage of {@code rows}, in their order.
   *
   * @param metric what the search maximizes, in words
   */
  public static List<String> sentences(List<ImportanceRow> rows, String metric) {
    Map<String, List<ImportanceRow>> stages = new LinkedHashMap<>();
    rows.forEach(row -> stages.computeIfAbsent(row.stage(), s -> new ArrayList<>()).add(row));
    return stages.values().stream().map(of -> sentence(of, metric)).toList();
  }

  private static String sentence(List<ImportanceRow> rows, String metric) {
    ImportanceRow any = rows.get(0);
    if (!standOut(rows, ImportanceRow::deviation)) {
      return Texts.format(
          "In %s, no hyperparameter makes a difference that stands out from chance.", any.stage());
    }
    String all = told(rows, ImportanceRow::share);
    String best =
        standOut(rows, ImportanceRow::deviationOfBest)
            ? told(rows, ImportanceRow::shareOfBest)
            : "";
    return Texts.format(
        "In %s, %s of the differences in validation %s%s.",
        any.stage(), all, metric, best.isEmpty() ? "" : "; among the best quarter, " + best);
  }

  /**
   * Returns whether the largest of the deviations is more than what the choice of validation
   * examples does: shares of less are shares of noise.
   *
   * @param rows of one stage
   */
  public static boolean standOut(
      List<ImportanceRow> rows, ToDoubleFunction<ImportanceRow> deviation) {
    return rows.stream().anyMatch(row -> deviation.applyAsDouble(row) > row.chance());
  }

  /** Returns {@code eta-max explains 71 %, l2 12 %, l2 with eta-max 9 %}. */
  private static String told(List<ImportanceRow> rows, ToDoubleFunction<ImportanceRow> share) {
    List<ImportanceRow> largest =
        rows.stream().sorted(Comparator.comparingDouble(share).reversed()).limit(MOST).toList();
    StringBuilder text = new StringBuilder();
    for (ImportanceRow row : largest) {
      double of = share.applyAsDouble(row);
      if (text.isEmpty() && of > 0) {
        text.append(Texts.format("%s explains %.0f %%", row.name(), 100 * of));
      } else if (of >= SMALL) {
        text.append(Texts.format(", %s %.0f %%", row.name(), 100 * of));
      }
    }
    return text.toString();
  }
}
