package dev.sieve.driver.source;

import dev.sieve.Texts;
import dev.sieve.UserMistake;
import dev.sieve.data.DataException;
import dev.sieve.data.source.DataFolder;
import dev.sieve.data.table.TableColumn;
import dev.sieve.data.table.TableRows;
import dev.sieve.driver.source.image.ImageDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** The Parquet files of a folder, one after the other. */
final class ParquetFiles {
  private static final String ENDING = ".parquet";

  private final DataFolder folder;
  private final ImageDecoder images;
  private long row;

  ParquetFiles(DataFolder folder, ImageDecoder images) {
    this.folder = folder;
    this.images = images;
  }

  /**
   * Reads all files that are called .parquet, or the only one.
   *
   * @param opening returns what takes the rows of a file
   * @throws DataException naming file and row of what is wrong
   */
  void read(BiFunction<String, List<TableColumn>, TableRows> opening) {
    for (String file : files()) {
      read(file, name(file), opening);
    }
  }

  /** Hands the footers of all files to {@code taker}; reads nothing else. */
  void footers(Consumer<ParquetMetadata> taker) {
    for (String file : files()) {
      row = 0;
      try (ParquetFileReader reader = new FolderFile(folder, file).reader()) {
        taker.accept(reader.getFooter());
      } catch (IOException | RuntimeException e) { // as the library does at damaged files
        throw damaged(name(file), e);
      }
    }
  }

  private String name(String file) {
    String at = folder.location();
    return at.endsWith(file) ? at : at + "/" + file;
  }

  private List<String> files() {
    try {
      List<String> all = folder.files();
      List<String> files =
          all.size() == 1
              ? all
              : all.stream()
                  .filter(name -> name.endsWith(ENDING) && !name.matches("[._].*"))
                  .toList();
      if (files.isEmpty()) {
        throw new DataException(
            Texts.format("%s must hold files %s, but has none", folder.location(), ENDING));
      }
      return files;
    } catch (IOException e) {
      throw new DataException(
          Texts.format("cannot read %s: %s", folder.location(), e.getMessage()), e);
    }
  }

  private void read(
      String file, String name, BiFunction<String, List<TableColumn>, TableRows> opening) {
    row = 0;
    FolderFile input = new FolderFile(folder, file);
    try (ParquetFileReader reader = input.reader()) {
      MessageType schema = reader.getFileMetaData().getSchema();
      TableRows rows = opening.apply(name, ParquetColumns.of(schema));
      rows.at(() -> name + ", row " + row);
      rows.promise(reader.getRecordCount());
      read(input, reader, schema, rows);
      rows.endFile(
          file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file);
    } catch (UserMistake e) {
      throw e;
    } catch (IOException | RuntimeException e) { // as the library does at damaged files
      throw damaged(name, e);
    }
  }

  private DataException damaged(String name, Exception e) {
    Exception failure = e instanceof UncheckedIOException unchecked ? unchecked.getCause() : e;
    String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return new DataException(
        Texts.format(
            "%s must be a whole Parquet file, but cannot be read beyond row %d: %s",
            name, row, reason.lines().findFirst().orElse("it is damaged")),
        e);
  }

  private void read(FolderFile file, ParquetFileReader reader, MessageType schema, TableRows rows)
      throws IOException {
    List<Type> fields = new ArrayList<>();
    List<Integer> roles = new ArrayList<>();
    boolean whole = false;
    for (int i = 0; i < schema.getFieldCount(); i++) {
      Type field = schema.getType(i);
      if (rows.role(i) != TableRows.IGNORED) {
        fields.add(ParquetColumns.read(field));
        roles.add(rows.role(i));
      }
      whole |= rows.role(i) >= 0 && ParquetColumns.isWhole(field);
      if (rows.role(i) == TableRows.SPLIT) {
        checkText(field, "must be text: train, validation or test", rows);
      }
      if (rows.role(i) == TableRows.LABEL) {
        checkText(field, "must be a label of integers or text", rows);
        rows.labelsAreCalled(
            ClassLabels.of(field.getName(), reader.getFileMetaData().getKeyValueMetaData()));
      }
    }
    MessageType wanted = new MessageType(schema.getName(), fields);
    int[] all = roles.stream().mapToInt(Integer::intValue).toArray();
    if (whole) {
      readWhole(reader, wanted, all, rows);
    } else {
      new CellRows(file, reader.getFooter()).read(wanted, all, rows, () -> row++);
    }
  }

  /** Reads rows each of which has an array or an image. */
  private void readWhole(ParquetFileReader reader, MessageType wanted, int[] roles, TableRows rows)
      throws IOException {
    reader.setRequestedSchema(wanted);
    MessageColumnIO columns =
        new ColumnIOFactory().getColumnIO(wanted, reader.getFileMetaData().getSchema());
    RowConverter converter = new RowConverter(wanted, roles, rows, images);
    for (PageReadStore pages = reader.readNextRowGroup();
        pages != null;
        pages = reader.readNextRowGroup()) {
      RecordReader<Boolean> records = columns.getRecordReader(pages, converter);
      for (long i = 0; i < pages.getRowCount(); i++) {
        row++;
        records.read();
      }
    }
  }

  private static void checkText(Type label, String rule, TableRows rows) {
    boolean known =
        label.isPrimitive()
            && !label.isRepetition(Type.Repetition.REPEATED)
            && switch (label.asPrimitiveType().getPrimitiveTypeName()) {
              case INT32, INT64, BOOLEAN, BINARY -> true;
              default -> false;
            };
    if (!known) {
      throw rows.refused(label.getName(), rule, label.toString());
    }
  }
}
