package dev.sieve.driver.source.frame;

import static java.util.Objects.requireNonNull;

import dev.sieve.data.DataSet;
import dev.sieve.data.SplitRule;
import dev.sieve.data.source.DataSource;
import dev.sieve.data.source.Places;
import dev.sieve.data.source.Promise;
import dev.sieve.data.source.Room;
import dev.sieve.data.source.Settings;
import dev.sieve.data.source.SourceKey;
import dev.sieve.data.source.SourceKind;
import dev.sieve.data.table.TableKeys;
import dev.sieve.data.table.TableReading;
import dev.sieve.data.table.TableSettings;
import dev.sieve.driver.spark.SparkStart;
import dev.sieve.format.Format;
import dev.sieve.format.Formats;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * A table that Spark reads: of any format that Spark knows or has a jar of, or of a catalog.
 *
 * @param rows the table
 * @param testRows the one of the test examples; empty where these are rows of {@code rows}
 * @param table how rows become a data set
 */
public record SparkSource(SparkTable rows, Optional<SparkTable> testRows, TableSettings table)
    implements DataSource {
  /** By which confs know this source. */
  public static final String NAME = "spark";

  private static final SourceKey<String> FORMAT =
      SourceKey.place("format", Formats.TEXT, "").orNone();
  private static final SourceKey<String> PATH = SourceKey.folder().orNone();
  private static final SourceKey<String> TABLE =
      SourceKey.place("table", Formats.TEXT, "").orNone();
  private static final SourceKey<String> TEST_PATH =
      SourceKey.place("test.path", Formats.TEXT, "").orNone();
  private static final SourceKey<String> TEST_TABLE =
      SourceKey.place("test.table", Formats.TEXT, "").orNone();
  private static final SourceKey<Map<String, String>> OPTIONS =
      SourceKey.place("options", new Format<>(SparkOptions::read, options -> options), "").orNone();
  private static final SourceKey<String> WHERE = SourceKey.of("where", Formats.TEXT).orNone();

  /** Its declaration. */
  public static final SourceKind KIND =
      new SourceKind(
          NAME,
          TableKeys.with(FORMAT, PATH, TABLE, OPTIONS, WHERE, TEST_PATH, TEST_TABLE),
          SparkSource::of,
          false);

  public SparkSource {
    requireNonNull(rows, "rows are null");
    requireNonNull(testRows, "testRows are null");
    requireNonNull(table, "table is null");
  }

  private static SparkSource of(Settings given) {
    SparkTable rows = table(given, given.find(PATH), given.find(TABLE));
    Optional<SparkTable> test =
        given.find(TEST_PATH).or(() -> given.find(TEST_TABLE)).isPresent()
            ? Optional.of(table(given, given.find(TEST_PATH), given.find(TEST_TABLE)))
            : Optional.empty();
    return new SparkSource(
        rows, test, TableKeys.settings(given, rows.place(), test.map(SparkTable::place)));
  }

  private static SparkTable table(Settings given, Optional<String> path, Optional<String> table) {
    return new SparkTable(
        given.find(FORMAT), path, table, given.find(OPTIONS).orElse(Map.of()), given.find(WHERE));
  }

  @Override
  public List<String> paths() {
    return Stream.concat(rows.path().stream(), testRows.flatMap(SparkTable::path).stream())
        .toList();
  }

  @Override
  public boolean isReadByCluster() {
    return true;
  }

  @Override
  public Optional<SplitRule> split() {
    return table.splitRule();
  }

  @Override
  public SourceKind kind() {
    return KIND;
  }

  /** Nothing: only reading a table tells how many rows it has. */
  @Override
  public Optional<Promise> promise() {
    return Optional.empty();
  }

  /** Starts Spark, which stays for the search; {@code places} are Spark's own. */
  @Override
  public DataSet open(Places places, Room room) {
    TableReading reading = new TableReading(NAME, table, room);
    SparkSession spark = SparkStart.session("sieve");
    new FrameReader(spark, rows, room).read(reading::poolFile);
    testRows.ifPresent(test -> new FrameReader(spark, test, room).read(reading::testFile));
    return reading.finish();
  }
}
