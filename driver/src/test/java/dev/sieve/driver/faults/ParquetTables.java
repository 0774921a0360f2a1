package dev.sieve.driver.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The Parquet tables of two runs, compared by a reader that is not ours. */
final class ParquetTables {
  private ParquetTables() {}

  /** Fails unless the tables that no run may change have the same rows, in the same order. */
  static void assertSameRows(Path expected, Path actual) {
    for (String table : List.of("trials.parquet", "curves.parquet", "predictions.parquet")) {
      assertEquals(rows(expected.resolve(table)), rows(actual.resolve(table)), table);
    }
  }

  private static List<String> rows(Path file) {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet answer =
            statement.executeQuery("select t::varchar from (from '" + file + "') t")) {
      while (answer.next()) {
        rows.add(answer.getString(1));
      }
    } catch (SQLException e) {
      throw new AssertionError("cannot read " + file, e);
    }
    return rows;
  }
}
