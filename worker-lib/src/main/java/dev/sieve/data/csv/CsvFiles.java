package dev.sieve.data.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.sieve.Texts;
import dev.sieve.UserMistake;
import dev.sieve.data.DataException;
import dev.sieve.data.source.DataFolder;
import dev.sieve.data.source.Unzipped;
import dev.sieve.data.table.TableColumn;
import dev.sieve.data.table.TableRows;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;

/** The CSV files of a folder, one after the other. */
final class CsvFiles {
  private static final String ENDING = "\\.csv(\\.gz)?$";

  private CsvFiles() {}

  /**
   * Reads all files of {@code folder} that are called .csv or .csv.gz, or its only one.
   *
   * @param opening returns what takes the rows of a file
   * @throws DataException naming file, line and column of what is wrong
   */
  static void read(DataFolder folder, BiFunction<String, List<TableColumn>, TableRows> opening) {
    try {
      for (String file : files(folder)) {
        read(folder, file, opening);
      }
    } catch (IOException e) {
      throw new DataException(
          Texts.format("cannot read %s: %s", folder.location(), e.getMessage()), e);
    }
  }

  /** Returns the names of the files that are read. */
  static List<String> files(DataFolder folder) throws IOException {
    List<String> all = folder.files();
    List<String> files =
        all.size() == 1 ? all : all.stream().filter(name -> name.matches(".*" + ENDING)).toList();
    if (files.isEmpty()) {
      throw new DataException(
          Texts.format("%s must hold files .csv or .csv.gz, but has none", folder.location()));
    }
    return files;
  }

  private static void read(
      DataFolder folder, String file, BiFunction<String, List<TableColumn>, TableRows> opening) {
    String at = folder.location();
    CsvRows rows = new CsvRows(at.endsWith(file) ? at : at + "/" + file, opening);
    try (Reader in = new InputStreamReader(Unzipped.of(folder.open(file)), StandardCharsets.UTF_8);
        CsvReader<Boolean> reader =
            CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(rows, in)) {
      reader.forEach(row -> {});
    } catch (IOException e) {
      throw damaged(rows, e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw damaged(rows, e.getCause().getMessage(), e);
    } catch (CsvParseException e) {
      throw e.getCause() instanceof UserMistake ours
          ? ours
          : damaged(rows, e.getMessage() + " (does a quote never close?)", e);
    }
    rows.end(file.replaceFirst(ENDING, ""));
  }

  private static DataException damaged(CsvRows rows, String reason, Exception e) {
    return new DataException(
        Texts.format(
            "%s cannot be read beyond line %d: %s",
            rows.file(), rows.line(), reason == null ? "it ends early" : reason),
        e);
  }
}
