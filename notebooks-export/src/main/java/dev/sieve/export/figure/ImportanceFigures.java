package dev.sieve.export.figure;

import dev.sieve.export.run.Run;
import dev.sieve.result.ImportanceRow;
import dev.sieve.result.ImportanceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which hyperparameters decide the accuracy: a figure for each stage that says so. */
final class ImportanceFigures {
  private static final String SHARE = "share";
  private static final String ALL = "all that was searched";
  private static final String BEST = "its best quarter";

  /** Of many pairs, most do nothing. */
  private static final int MOST = 10;

  private ImportanceFigures() {}

  static List<Figure> of(Run run) {
    Map<String, List<ImportanceRow>> stages = new LinkedHashMap<>();
    run.importance()
        .forEach(row -> stages.computeIfAbsent(row.stage(), s -> new ArrayList<>()).add(row));
    return stages.values().stream().map(rows -> figure(rows, run.metric().title())).toList();
  }

  private static Figure figure(List<ImportanceRow> rows, String metric) {
    boolean best = ImportanceText.standOut(rows, ImportanceRow::deviationOfBest);
    List<ImportanceRow> shown =
        rows.stream()
            .sorted(
                Comparator.comparingDouble(
                        (ImportanceRow row) ->
                            best ? Math.max(row.share(), row.shareOfBest()) : row.share())
                    .reversed())
            .limit(MOST)
            .toList();
    Data.Builder data = Data.of("series", "name", SHARE, "deviation");
    shown.forEach(row -> data.row(ALL, name(row), row.share(), row.deviation()));
    if (best) {
      shown.forEach(row -> data.row(BEST, name(row), row.shareOfBest(), row.deviationOfBest()));
    }
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put(
        "x",
        Scale.share(SHARE, "Share of the variance of validation " + metric + " (%)").setting());
    String stage = rows.get(0).stage();
    return new Figure(
        "importance-" + stage,
        "Which hyperparameters matter in stage " + stage,
        ImportanceText.sentences(rows, metric).get(0)
            + " Shares of what a Gaussian process expects; a pair's is what both do together"
            + " beyond what each does alone.",
        "shares",
        data.build(),
        settings,
        Figure.WIDTH,
        180 + 46 * shown.size());
  }

  private static String name(ImportanceRow row) {
    return row.isPair() ? row.hyperparameter() + " × " + row.other() : row.hyperparameter();
  }
}
