package dev.sieve.run;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.sieve.Texts;
import dev.sieve.result.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One table of a run directory, read row by row from its CSV file. */
public final class CsvTable {
  private final String file;
  private final Opening opening;
  private final List<String> required;

  /** How the records of a file are begun. */
  private interface Opening {
    CsvReader<CsvRecord> open() throws IOException;
  }

  private CsvTable(String file, Opening opening, List<String> required) {
    this.file = file;
    this.opening = opening;
    this.required = required;
  }

  /**
   * Returns the table in {@code file}.
   *
   * @param required columns without which there is nothing to be read from it
   */
  public static CsvTable in(Path file, List<? extends Column<?>> required) {
    return new CsvTable(
        file.toString(),
        () -> CsvReader.builder().ofCsvRecord(file),
        required.stream().<String>map(Column::header).toList());
  }

  /** Returns the table whose CSV file, called {@code file}, has this {@code text}. */
  public static CsvTable of(String file, String text) {
    return new CsvTable(file, () -> CsvReader.builder().ofCsvRecord(text), List.of());
  }

  /** Returns whether there is a file of its name. */
  public boolean exists() {
    return Files.isRegularFile(Path.of(file));
  }

  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    forEach(rows::add);
    return List.copyOf(rows);
  }

  /**
   * Hands every row to {@code reader}, in the order of the file.
   *
   * @throws UnreadableRun if a column is missing or a row has another length
   */
  public void forEach(Consumer<Row> reader) {
    try (CsvReader<CsvRecord> csv = opening.open()) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext()) {
        throw new UnreadableRun(file + " must start with the names of its columns, but is empty");
      }
      Map<String, Integer> columns = columns(records.next().getFields());
      while (records.hasNext()) {
        reader.accept(row(columns, records.next()));
      }
    } catch (CsvParseException e) {
      throw new UnreadableRun(file + " is damaged: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UnreadableRun("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private Map<String, Integer> columns(List<String> header) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      columns.put(header.get(i), i);
    }
    List<String> missing = required.stream().filter(name -> !columns.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      throw new UnreadableRun(
          Texts.format(
              "%s must have the columns %s, but has no %s: damaged, or of another version of Sieve",
              file, String.join(", ", required), String.join(", ", missing)));
    }
    return columns;
  }

  private Row row(Map<String, Integer> columns, CsvRecord record) {
    return new Row(
        file, record.getStartingLineNumber(), columns, record.getFields().toArray(String[]::new));
  }
}
