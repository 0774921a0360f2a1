package dev.sieve.export.run;

import dev.sieve.result.Column;
import dev.sieve.result.ImportanceRow;
import dev.sieve.result.ImportanceTable;
import dev.sieve.run.CsvTable;
import dev.sieve.run.Row;
import dev.sieve.run.RunFiles;
import java.nio.file.Path;
import java.util.List;

/** Reads what each searched hyperparameter does. */
final class Importances {
  private static final List<Column<ImportanceRow>> REQUIRED =
      List.of(
          ImportanceTable.STAGE,
          ImportanceTable.HYPERPARAMETER,
          ImportanceTable.OTHER,
          ImportanceTable.SHARE,
          ImportanceTable.SHARE_OF_BEST);

  private Importances() {}

  /** Returns the rows of {@code importance.csv}; none where the run has no such table. */
  static List<ImportanceRow> read(Path folder) {
    CsvTable table = CsvTable.in(folder.resolve(RunFiles.csv(ImportanceTable.NAME)), REQUIRED);
    return table.exists() ? table.rows().stream().map(Importances::of).toList() : List.of();
  }

  private static ImportanceRow of(Row row) {
    String other = row.text(ImportanceTable.OTHER);
    return new ImportanceRow(
        row.text(ImportanceTable.SEARCH),
        row.text(ImportanceTable.STAGE),
        Math.toIntExact(row.count(ImportanceTable.CONFIGURATIONS)),
        row.text(ImportanceTable.HYPERPARAMETER),
        other.isEmpty() ? null : other,
        row.number(ImportanceTable.SHARE),
        row.number(ImportanceTable.DEVIATION),
        row.number(ImportanceTable.SHARE_OF_BEST),
        row.number(ImportanceTable.DEVIATION_OF_BEST),
        row.number(ImportanceTable.CHANCE));
  }
}
