package dev.sieve.export.figure;

import dev.sieve.export.run.Row;
import dev.sieve.export.run.Run;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The errors of a gradient check, group by group. */
final class GradientFigure {
  /** Columns of {@code gradcheck.csv} that hold errors, and their names on the axis. */
  private static final Map<String, String> ERRORS = new LinkedHashMap<>();

  static {
    ERRORS.put("forward", "forward difference");
    ERRORS.put("central", "central difference");
    ERRORS.put("production", "production step");
  }

  private GradientFigure() {}

  static Optional<Figure> of(Run run) {
    Data.Builder data = Data.of("group", "compared_with", "relative_error");
    for (Row row : run.gradientErrors()) {
      ERRORS.forEach(
          (column, name) -> {
            if (row.has(column)) {
              data.row(row.text("group"), name, row.number(column));
            }
          });
    }
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
            "Largest relative error |a − n| / max(ε, |a| + |n|) of each group of parameters; the"
                + " darker, the larger.",
            "matrix",
            errors,
            settings,
            720,
            200 + 44 * run.gradientErrors().size()));
  }
}
