package dev.sieve.data.csv;

import static java.util.Objects.requireNonNull;

import dev.sieve.data.DataSet;
import dev.sieve.data.SplitRule;
import dev.sieve.data.source.DataSource;
import dev.sieve.data.source.LeastSize;
import dev.sieve.data.source.Places;
import dev.sieve.data.source.Promise;
import dev.sieve.data.source.Room;
import dev.sieve.data.source.SourceKind;
import dev.sieve.data.table.TableKeys;
import dev.sieve.data.table.TableReading;
import dev.sieve.data.table.TableSettings;
import java.util.List;
import java.util.Optional;

/**
 * A table in CSV files: commas, one line of column names, values in quotes where they hold commas
 * (RFC 4180); compressed by gzip or not.
 */
public record CsvSource(TableSettings table) implements DataSource {
  /** By which confs know this source. */
  public static final String NAME = "csv";

  /** Its declaration. */
  public static final SourceKind KIND =
      new SourceKind(
          NAME, TableKeys.OF_FILES, given -> new CsvSource(TableKeys.settings(given)), false);

  public CsvSource {
    requireNonNull(table, "table is null");
  }

  @Override
  public List<String> paths() {
    return table.paths();
  }

  @Override
  public Optional<SplitRule> split() {
    return table.splitRule();
  }

  @Override
  public SourceKind kind() {
    return KIND;
  }

  /** Nothing: only reading a file tells how many rows it has. */
  @Override
  public Optional<Promise> promise() {
    return Optional.empty();
  }

  /** As far as the first rows and the lengths of files tell. */
  @Override
  public Optional<LeastSize> leastSize(Places places) {
    CsvSizes sizes = new CsvSizes(table);
    table.paths().forEach(path -> sizes.add(places.folder(path)));
    return sizes.least();
  }

  @Override
  public DataSet open(Places places, Room room) {
    TableReading reading = new TableReading(NAME, table, room);
    CsvFiles.read(places.folder(table.path()), reading::poolFile);
    table.testPath().ifPresent(path -> CsvFiles.read(places.folder(path), reading::testFile));
    return reading.finish();
  }
}
