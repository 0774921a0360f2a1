package dev.sieve.export.run;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One table of a run directory, read row by row from its CSV file.
 *
 * @param path the file
 * @param required columns without which there is nothing to be read from it
 */
record CsvTable(Path path, List<String> required) {

  CsvTable {
    required = List.copyOf(required);
  }

  boolean exists() {
    return Files.isRegularFile(path);
  }

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    forEach(rows::add);
    return List.copyOf(rows);
  }

  /**
   * Hands every row to {@code reader}, in the order of the file.
   *
   * @throws UnreadableRun if a column is missing or a row has another length
   */
  void forEach(Consumer<Row> reader) {
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(path)) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext()) {
        throw new UnreadableRun(
            "%s must start with the names of its columns, but is empty".formatted(path));
      }
      Map<String, Integer> columns = columns(records.next().getFields());
      while (records.hasNext()) {
        reader.accept(row(columns, records.next()));
      }
    } catch (CsvParseException e) {
      throw new UnreadableRun("%s is damaged: %s".formatted(path, e.getMessage()), e);
    } catch (IOException e) {
      throw new UnreadableRun("cannot read %s: %s".formatted(path, e.getMessage()), e);
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
          "%s must have the columns %s, but has no %s: damaged, or of another version of Sieve"
              .formatted(path, String.join(", ", required), String.join(", ", missing)));
    }
    return columns;
  }

  private Row row(Map<String, Integer> columns, CsvRecord record) {
    return new Row(
        path.toString(),
        record.getStartingLineNumber(),
        columns,
        record.getFields().toArray(String[]::new));
  }
}
