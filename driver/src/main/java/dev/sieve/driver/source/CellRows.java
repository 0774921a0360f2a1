package dev.sieve.driver.source;

import dev.sieve.data.table.TableRows;
import dev.sieve.team.Cores;
import dev.sieve.team.Team;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.MessageType;

/**
 * The rows of a file whose columns have no more than one value in a row. Each core decodes some of
 * the columns, a few rows at a time; the rows are then handed over in their order.
 */
final class CellRows {
  /**
   * Cells decoded at a time: enough rows that a column's dictionary is fetched for many of them.
   */
  private static final int CELLS = 1 << 19;

  /** Columns that are worth another core. */
  private static final int LEAST_COLUMNS = 8;

  private final FolderFile file;
  private final ParquetMetadata footer;
  private final List<CellColumns> shares = new ArrayList<>();

  /**
   * @param footer of {@code file}
   */
  CellRows(FolderFile file, ParquetMetadata footer) {
    this.file = file;
    this.footer = footer;
  }

  /**
   * Hands all rows to {@code rows}.
   *
   * @param schema the columns that are read
   * @param roles of each of them
   * @param onRow is called before each row
   */
  void read(MessageType schema, int[] roles, TableRows rows, Runnable onRow) throws IOException {
    int rowsAtOnce = Math.max(1, CELLS / roles.length);
    try (Team team = Cores.ofThisMachine().join()) {
      open(schema, roles, rowsAtOnce, team.size());
      for (BlockMetaData group : footer.getBlocks()) {
        for (long left = group.getRowCount(); left > 0; left -= rowsAtOnce) {
          int count = (int) Math.min(rowsAtOnce, left);
          boolean begins = left == group.getRowCount();
          team.run(shares.size(), 1, (from, to) -> decode(from, to, begins, count));
          handOver(count, rows, onRow);
        }
      }
    } finally {
      for (CellColumns columns : shares) {
        columns.close();
      }
    }
  }

  private void open(MessageType schema, int[] roles, int rowsAtOnce, int cores) throws IOException {
    int count = Math.max(1, Math.min(cores, roles.length / LEAST_COLUMNS));
    for (int i = 0; i < count; i++) {
      int from = roles.length * i / count;
      int to = roles.length * (i + 1) / count;
      shares.add(
          new CellColumns(
              file.reader(footer),
              new MessageType(schema.getName(), schema.getFields().subList(from, to)),
              Arrays.copyOfRange(roles, from, to),
              rowsAtOnce));
    }
  }

  private void decode(int from, int to, boolean begins, int count) {
    for (CellColumns columns : shares.subList(from, to)) {
      if (begins) {
        columns.nextGroup();
      }
      columns.decode(count);
    }
  }

  private void handOver(int count, TableRows rows, Runnable onRow) {
    for (int row = 0; row < count; row++) {
      onRow.run();
      for (CellColumns columns : shares) {
        columns.handOver(row, rows);
      }
      rows.endRow();
    }
  }
}
