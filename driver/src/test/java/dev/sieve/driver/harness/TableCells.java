package dev.sieve.driver.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of a table in memory, by the headers of their cells. */
public final class TableCells {
  private TableCells() {}

  /** Returns the rows of {@code table} of the run directory {@code run}, as texts. */
  public static List<Map<String, String>> of(String run, String table) {
    List<String> lines = MemoryFileSystem.texts("/" + run).get(table).lines().toList();
    List<String> header = List.of(lines.get(0).split(","));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      Map<String, String> row = new TreeMap<>();
      for (int i = 0; i < cells.length; i++) {
        row.put(header.get(i), cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }
}
