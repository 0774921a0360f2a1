package dev.sieve.export.figure;

import dev.sieve.export.run.Run;
import dev.sieve.result.Column;
import dev.sieve.result.GradientRow;
import dev.sieve.result.GradientTable;
import dev.sieve.run.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The errors of a gradient check: of each group of parameters, and of each parameter. */
final class GradientFigures {
  /** A matrix of more rows than these is no picture. */
  private static final int ROWS = 24;

  /** A row of more cells than these is none either: then a cell stands for several derivatives. */
  private static final int CELLS = 128;

  /** Columns of {@code gradcheck.csv} that hold errors, and their names on the axis. */
  private static final Map<Column<GradientRow>, String> ERRORS = new LinkedHashMap<>();

  static {
    ERRORS.put(GradientTable.RELATIVE_FORWARD, "forward difference");
    ERRORS.put(GradientTable.RELATIVE_CENTRAL, "central difference");
  }

  private GradientFigures() {}

  static List<Figure> of(Run run) {
    Map<String, List<Row>> groups = groups(run);
    List<Figure> figures = new ArrayList<>();
    Data summary = summary(groups);
    if (!summary.isEmpty()) {
      figures.add(summary(summary, groups.size()));
    }
    ERRORS.forEach(
        (column, name) -> {
          Map<String, List<Row>> units = units(groups, column);
          if (!units.isEmpty() && units.size() <= ROWS) {
            figures.add(matrix(units, column, name));
          }
        });
    return figures;
  }

  /** The parameters that were checked and lie at no kink, by group. */
  private static Map<String, List<Row>> groups(Run run) {
    return run.gradientErrors().stream()
        .filter(row -> !row.text(GradientTable.KINK).equals("1"))
        .collect(
            Collectors.groupingBy(
                row -> row.text(GradientTable.GROUP), LinkedHashMap::new, Collectors.toList()));
  }

  private static Data summary(Map<String, List<Row>> groups) {
    Data.Builder data = Data.of("group", "compared_with", "relative_error");
    groups.forEach(
        (group, rows) ->
            ERRORS.forEach(
                (column, name) -> {
                  DoubleSummaryStatistics errors = errors(rows, column);
                  if (errors.getCount() > 0) {
                    data.row(group, name + "\nlargest", errors.getMax());
                    data.row(group, name + "\nmean", errors.getAverage());
                  }
                }));
    return data.build();
  }

  private static DoubleSummaryStatistics errors(List<Row> rows, Column<GradientRow> column) {
    return rows.stream()
        .filter(row -> row.has(column))
        .mapToDouble(row -> row.number(column))
        .summaryStatistics();
  }

  private static Figure summary(Data errors, int groups) {
    return new Figure(
        "gradient-errors",
        "Relative errors of the gradients",
        "Relative error |a − n| / max(1e-5, |a| + |n|) of the derivatives of each group of"
            + " parameters, without those at a kink of a ReLU; the darker, the larger.",
        "matrix",
        errors,
        settings("compared_with", "Compared with", "Parameters"),
        720,
        240 + 56 * groups);
  }

  /** The checked parameters by group, and weights by the unit that they lead to. */
  private static Map<String, List<Row>> units(
      Map<String, List<Row>> groups, Column<GradientRow> column) {
    Map<String, List<Row>> units = new LinkedHashMap<>();
    groups.forEach(
        (group, rows) ->
            rows.stream()
                .filter(
                    row ->
                        row.has(column)
                            && row.has(GradientTable.ROW)
                            && row.has(GradientTable.COLUMN))
                .sorted(Comparator.comparingLong(row -> row.count(GradientTable.COLUMN)))
                .forEach(
                    row ->
                        units
                            .computeIfAbsent(line(group, row), name -> new ArrayList<>())
                            .add(row)));
    return units;
  }

  private static String line(String group, Row row) {
    return group.startsWith("b") ? group : group + ", unit " + row.count(GradientTable.COLUMN);
  }

  private static Figure matrix(
      Map<String, List<Row>> units, Column<GradientRow> column, String name) {
    int most = units.values().stream().mapToInt(List::size).max().orElse(0);
    int each = (most + CELLS - 1) / CELLS;
    Data.Builder data = Data.of("group", "checked", "row", "column", "relative_error");
    units.forEach(
        (unit, rows) -> {
          for (int i = 0; i < rows.size(); i += each) {
            Row worst = worst(rows.subList(i, Math.min(i + each, rows.size())), column);
            data.row(
                unit,
                i + 1,
                worst.count(GradientTable.ROW),
                worst.count(GradientTable.COLUMN),
                worst.number(column));
          }
        });
    String cell = each == 1 ? "derivative" : each + " derivatives, the largest of theirs";
    Map<String, Object> settings =
        settings("checked", "Checked derivatives, one after the other", "Parameters");
    settings.put("unlabelled", true);
    return new Figure(
        "gradient-" + column.header().replace('_', '-'),
        "Relative error of each checked derivative, by " + name,
        "One cell per " + cell + ", compared with the " + name + "; the darker, the larger.",
        "matrix",
        data.build(),
        settings,
        Figure.WIDTH,
        180 + 26 * units.size());
  }

  private static Row worst(List<Row> rows, Column<GradientRow> column) {
    return rows.stream().max(Comparator.comparingDouble(row -> row.number(column))).orElseThrow();
  }

  private static Map<String, Object> settings(String x, String across, String down) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("x", Scale.linear(x, across).setting());
    settings.put("y", Scale.linear("group", down).setting());
    settings.put("value", "relative_error");
    settings.put("log", true);
    return settings;
  }
}
