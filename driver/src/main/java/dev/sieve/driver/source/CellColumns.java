package dev.sieve.driver.source;

import dev.sieve.data.table.TableRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.parquet.column.ColumnReadStore;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;

/**
 * Some columns of a file, none of which has more than one value in a row, decoded by one thread at
 * a time.
 */
final class CellColumns implements AutoCloseable {
  private final ParquetFileReader reader;
  private final MessageType schema;
  private final int[] roles;
  private final double[][] numbers; // of each column: NaN for missing ones; null where it is text
  private final String[][] texts; // of each column: null for missing ones; null where it is numbers
  private ColumnReader[] columns;
  private int row; // under way

  /**
   * @param reader of the file, for these columns alone; closed with them
   * @param schema the columns
   * @param roles of each of them
   * @param rows decoded at a time, at most
   */
  CellColumns(ParquetFileReader reader, MessageType schema, int[] roles, int rows) {
    this.reader = reader;
    this.schema = schema;
    this.roles = roles;
    this.numbers = new double[roles.length][];
    this.texts = new String[roles.length][];
    for (int i = 0; i < roles.length; i++) {
      if (roles[i] >= 0 && ParquetColumns.isNumber(type(i))) {
        numbers[i] = new double[rows];
      } else {
        texts[i] = new String[rows];
      }
    }
    reader.setRequestedSchema(schema);
  }

  private PrimitiveType type(int column) {
    return schema.getType(column).asPrimitiveType();
  }

  /** Goes to the next group of rows; to the first one at first. */
  void nextGroup() {
    try {
      ColumnReadStore group =
          new ColumnReadStoreImpl(
              reader.readNextRowGroup(),
              new Cells(),
              schema,
              reader.getFileMetaData().getCreatedBy());
      columns =
          schema.getColumns().stream().map(group::getColumnReader).toArray(ColumnReader[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Decodes the next {@code count} rows of this group, in place of those before. */
  void decode(int count) {
    for (int i = 0; i < columns.length; i++) {
      if (numbers[i] == null) {
        Arrays.fill(texts[i], null);
      } else {
        Arrays.fill(numbers[i], Double.NaN);
      }
      decode(columns[i], count);
    }
  }

  private void decode(ColumnReader column, int count) {
    int present = column.getDescriptor().getMaxDefinitionLevel();
    for (row = 0; row < count; row++) {
      if (column.getCurrentDefinitionLevel() == present) {
        column.writeCurrentValueToConverter();
      }
      column.consume();
    }
  }

  /** Hands the cells of decoded row {@code number} to {@code to}. */
  void handOver(int number, TableRows to) {
    for (int i = 0; i < roles.length; i++) {
      if (numbers[i] == null) {
        text(roles[i], texts[i][number], to);
      } else {
        to.number(roles[i], numbers[i][number]);
      }
    }
  }

  private static void text(int role, String text, TableRows to) {
    if (text == null) {
      if (role >= 0) {
        to.missing(role);
      }
    } else if (role == TableRows.LABEL) {
      to.label(text);
    } else if (role == TableRows.SPLIT) {
      to.split(text);
    } else {
      to.text(role, text);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** Takes values as they are decoded: those of one column after the other. */
  private final class Cells extends GroupConverter {
    @Override
    public Converter getConverter(int column) {
      String[] text = texts[column];
      double[] number = numbers[column];
      return number == null
          ? new TextConverter(value -> text[row] = value)
          : new NumberConverter(type(column), value -> number[row] = value);
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }
}
