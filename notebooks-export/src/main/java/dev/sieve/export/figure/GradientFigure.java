package dev.sieve.export.figure;

import dev.sieve.export.run.Row;
import dev.sieve.export.run.Run;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The errors of a gradient check, group by group. */
final class GradientFigure {
  private static final String KINK = "kink";

  /** Columns of {@code gradcheck.csv} that hold errors, and their names on the axis. */
  private static final Map<String, String> ERRORS = new LinkedHashMap<>();

  static {
    ERRORS.put("relative_forward", "forward difference");
    ERRORS.put("relative_central", "central difference");
  }

  private GradientFigure() {}

  static Optional<Figure> of(Run run) {
    Data.Builder data = Data.of("group", "compared_with", "relative_error");
    Map<String, List<Row>> groups = groups(run);
    groups.forEach(
        (group, rows) ->
            ERRORS.forEach(
                (column, name) -> {
                  DoubleSummaryStatistics errors = errors(rows, column);
                  if (errors.getCount() > 0) {
                    data.row(group, name + ", largest", errors.getMax());
                    data.row(group, name + ", mean", errors.getAverage());
                  }
                }));
    Data errors = data.build();
    if (errors.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("x", Axis.linear("compared_with", "Compared with").setting());
    settings.put("y", Axis.linear("group", "Parameters").setting());
    settings.put("value", "relative_error");
    settings.put("log", true);
    return Optional.of(
        new Figure(
            "gradient-errors",
            "Relative errors of the gradients",
            "Relative error |a − n| / max(1e-5, |a| + |n|) of the derivatives of each group of"
                + " parameters, without those at a kink of a ReLU; the darker, the larger.",
            "matrix",
            errors,
            settings,
            720,
            220 + 56 * groups.size()));
  }

  /** The parameters that were checked and lie at no kink, by group. */
  private static Map<String, List<Row>> groups(Run run) {
    return run.gradientErrors().stream()
        .filter(row -> !row.text(KINK).equals("1"))
        .collect(
            Collectors.groupingBy(
                row -> row.text("group"), LinkedHashMap::new, Collectors.toList()));
  }

  private static DoubleSummaryStatistics errors(List<Row> rows, String column) {
    return rows.stream()
        .filter(row -> row.has(column))
        .mapToDouble(row -> row.number(column))
        .summaryStatistics();
  }
}
