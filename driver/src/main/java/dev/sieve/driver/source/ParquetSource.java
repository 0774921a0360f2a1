package dev.sieve.driver.source;

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
import dev.sieve.driver.source.image.ImageDecoder;
import java.util.List;
import java.util.Optional;

/**
 * A table in Parquet files, read without Spark. Features are columns of numbers and text, one
 * column of arrays of numbers, or one of PNG or JPEG images: bytes, or a struct that holds them as
 * {@code bytes}, which is how Hugging Face stores images.
 */
public record ParquetSource(TableSettings table) implements DataSource {
  /** By which confs know this source. */
  public static final String NAME = "parquet";

  /** Its declaration. */
  public static final SourceKind KIND =
      new SourceKind(
          NAME, TableKeys.OF_FILES, given -> new ParquetSource(TableKeys.settings(given)), false);

  public ParquetSource {
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

  /** Nothing: the files say what they hold. */
  @Override
  public Optional<Promise> promise() {
    return Optional.empty();
  }

  /**
   * As far as features are columns of numbers. Of arrays and images, the groups of rows that are
   * read at once are known; the first row tells the rest.
   */
  @Override
  public Optional<LeastSize> leastSize(Places places) {
    ParquetSizes sizes = new ParquetSizes(table);
    ImageDecoder images = new ImageDecoder();
    table
        .paths()
        .forEach(path -> new ParquetFiles(places.folder(path), images).footers(sizes::add));
    return sizes.least();
  }

  @Override
  public DataSet open(Places places, Room room) {
    TableReading reading = new TableReading(NAME, table, room);
    ImageDecoder images = new ImageDecoder();
    new ParquetFiles(places.folder(table.path()), images).read(reading::poolFile);
    table
        .testPath()
        .ifPresent(path -> new ParquetFiles(places.folder(path), images).read(reading::testFile));
    return reading.finish();
  }
}
