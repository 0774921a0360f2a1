package dev.sieve.data.table;

import dev.sieve.Texts;
import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.ImageShape;
import dev.sieve.data.source.LeastSize;
import dev.sieve.data.source.Room;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A data set that is being read from files of rows: first those of the pool, then those of the test
 * examples, where they have files of their own.
 */
public final class TableReading {
  private final String source;
  private final TableSettings settings;
  private final Room room;
  private final LabelCodes labels = new LabelCodes();
  private final TablePart pool = new TablePart(this::checkRoomOfFloats);
  private final TablePart test = new TablePart(this::checkRoomOfFloats);
  private List<Feature> features = List.of();
  private Optional<ImageShape> shape;
  private ImageShape firstImage;
  private int poolClasses;

  /**
   * @param source its name
   * @param room is asked whenever as many rows have been read as lie in one block, and whenever
   *     rows take more than they did
   */
  public TableReading(String source, TableSettings settings, Room room) {
    this.source = source;
    this.settings = settings;
    this.room = room;
    if (settings.split().isPresent() && settings.testPath().isPresent()) {
      throw new DataException(
          Texts.format(
                  "split and test.path must not both be given: rows of %s that %s calls test are the test",
                  settings.path(), settings.split().get())
              + " examples");
    }
    this.shape = settings.shape();
  }

  /**
   * Returns what takes the rows of one more file of the pool.
   *
   * @param file its name, for messages
   */
  public TableRows poolFile(String file, List<TableColumn> columns) {
    return rows(file, columns, pool);
  }

  /** Returns what takes the rows of one more file of the test examples. */
  public TableRows testFile(String file, List<TableColumn> columns) {
    if (poolClasses == 0) {
      checkRows();
      poolClasses = labels.count();
      features.forEach(Feature::complete);
    }
    return rows(file, columns, test);
  }

  private TableRows rows(String file, List<TableColumn> columns, TablePart part) {
    FeatureChoice choice = new FeatureChoice(settings, file, columns);
    choice.require(settings.label());
    settings.split().ifPresent(choice::require);
    if (features.isEmpty()) {
      features = choice.features();
    }
    choice.checkNames(features);
    features.forEach(feature -> choice.require(feature.name()));
    Map<String, Integer> roles = new HashMap<>();
    for (int i = 0; i < features.size(); i++) {
      roles.put(features.get(i).name(), i);
    }
    roles.put(settings.label(), TableRows.LABEL);
    settings.split().ifPresent(column -> roles.put(column, TableRows.SPLIT));
    int[] all =
        columns.stream()
            .mapToInt(column -> roles.getOrDefault(column.name(), TableRows.IGNORED))
            .toArray();
    return new TableRows(this, features, all, part);
  }

  TableSettings settings() {
    return settings;
  }

  /** Returns the column that says what rows are for; null where none does. */
  String splitColumn() {
    return settings.split().orElse(null);
  }

  /** Returns the code of a label; classes of test examples must be those of the pool. */
  int label(String text, TableRows.Place place) {
    int code = labels.code(text);
    if (poolClasses > 0 && code >= poolClasses) {
      throw new DataException(
          Texts.format(
              "%s: column %s must be a label that occurs in %s, but was %s",
              place.now(), settings.label(), settings.path(), text));
    }
    return code;
  }

  void labelsAreCalled(List<String> names) {
    if (!names.isEmpty()) {
      labels.areCalled(names);
    }
  }

  /** Returns the shape of the first image, which all others must have: this one, if none was. */
  ImageShape imageLike(ImageShape of) {
    firstImage = firstImage == null ? of : firstImage;
    shape = Optional.of(shape.orElse(of));
    return firstImage;
  }

  private void checkRows() {
    if (pool.count() == 0) {
      throw new DataException(Texts.format("%s must have rows, but has none", settings.path()));
    }
    labels.check(settings.label(), settings.path());
  }

  /**
   * Refuses what has been read, and {@code more} rows of {@code width} values, where they do not
   * fit.
   */
  void checkRoom(long more, int width) {
    int bytes = Math.max(pool.bytesOfValue(), test.bytesOfValue());
    checkRoom(more, width, bytes);
  }

  private void checkRoomOfFloats(int width) {
    checkRoom(1, width, Float.BYTES);
  }

  private void checkRoom(long more, int width, int bytes) {
    room.check(source, new LeastSize((long) pool.count() + test.count() + more, width, bytes));
  }

  /** Returns the data set. */
  public DataSet finish() {
    checkRows();
    if (settings.testPath().isPresent() && test.count() == 0) {
      throw new DataException(
          Texts.format("%s must have rows, but has none", settings.testPath().get()));
    }
    shape.ifPresent(
        image -> {
          if (image.inputs() != pool.width()) {
            throw new DataException(
                Texts.format(
                    "shape must be that of %d values, which %s has, but was [%d, %d, %d]",
                    pool.width(),
                    settings.path(),
                    image.height(),
                    image.width(),
                    image.channels()));
          }
        });
    return new TableFinish(settings, features, labels, pool, test, inputs -> checkRoom(0, inputs))
        .dataSet(source, shape.orElse(null));
  }
}
