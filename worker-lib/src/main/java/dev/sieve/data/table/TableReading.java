package dev.sieve.data.table;

import static dev.sieve.data.table.TableColumn.What;

import dev.sieve.Suggestion;
import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.ImageShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A data set that is being read from files of rows: first those of the pool, then those of the test
 * examples, where they have files of their own.
 */
public final class TableReading {
  private final TableSettings settings;
  private final LabelCodes labels = new LabelCodes();
  private final TablePart pool = new TablePart();
  private final TablePart test = new TablePart();
  private List<Feature> features = List.of();
  private Optional<ImageShape> shape;
  private int poolClasses;

  public TableReading(TableSettings settings) {
    this.settings = settings;
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
    List<String> names = columns.stream().map(TableColumn::name).toList();
    if (!names.contains(settings.label())) {
      throw missing(file, settings.label(), names);
    }
    if (features.isEmpty()) {
      features = chosen(file, columns, names);
    }
    checkOnce(file, names);
    int[] roles = new int[columns.size()];
    for (int i = 0; i < roles.length; i++) {
      roles[i] = names.get(i).equals(settings.label()) ? TableRows.LABEL : role(names.get(i));
    }
    for (Feature feature : features) {
      if (!names.contains(feature.name())) {
        throw missing(file, feature.name(), names);
      }
    }
    return new TableRows(this, features, roles, part);
  }

  private int role(String name) {
    for (int i = 0; i < features.size(); i++) {
      if (features.get(i).name().equals(name)) {
        return i;
      }
    }
    return TableRows.IGNORED;
  }

  private DataException missing(String file, String name, List<String> names) {
    List<String> some = names.subList(0, Math.min(names.size(), 20));
    return new DataException(
        "%s must have a column %s, but has none: %s%s"
            .formatted(
                file,
                name,
                Suggestion.of(name, some),
                some.size() < names.size() ? " and %d more".formatted(names.size() - 20) : ""));
  }

  /** Returns the features that the settings choose among the columns of the first file. */
  private List<Feature> chosen(String file, List<TableColumn> columns, List<String> names) {
    List<String> wanted = new ArrayList<>(settings.features());
    if (wanted.isEmpty()) {
      wanted.addAll(names);
      wanted.remove(settings.label());
    }
    List<Feature> chosen = new ArrayList<>();
    for (String name : wanted) {
      int at = names.indexOf(name);
      if (at < 0) {
        throw missing(file, name, names);
      }
      chosen.add(new Feature(name, columns.get(at).what()));
    }
    checkKinds(file, wanted.stream().map(name -> columns.get(names.indexOf(name))).toList());
    if (wanted.contains(settings.label())) {
      throw new DataException(
          "features must be other columns than the label %s".formatted(settings.label()));
    }
    return chosen;
  }

  private void checkKinds(String file, List<TableColumn> wanted) {
    if (wanted.isEmpty()) {
      throw new DataException("%s must have a column beside the label".formatted(file));
    }
    checkNone(file, wanted, What.OTHER, "be numbers, text, arrays of numbers or images");
    if (settings.categories() == Categories.REFUSE) {
      String rule = "be numbers (text needs categories = onehot, or other features)";
      checkNone(file, wanted, What.TEXT, rule);
    }
    if (wanted.size() > 1) {
      String rule = "be alone (arrays and images are whole examples: set features to that column)";
      checkNone(file, wanted, What.ARRAYS, rule);
    }
  }

  private static void checkNone(String file, List<TableColumn> wanted, What what, String rule) {
    List<String> such =
        wanted.stream()
            .filter(column -> column.what() == what)
            .map(column -> column.name() + " (" + column.type() + ")")
            .limit(20)
            .toList();
    if (!such.isEmpty()) {
      throw new DataException(
          "columns of %s must %s, but there is: %s".formatted(file, rule, String.join(", ", such)));
    }
  }

  private void checkOnce(String file, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      boolean used = name.equals(settings.label()) || role(name) >= 0;
      if (used && name.isBlank()) {
        throw new DataException(
            "columns of %s must have names, but the one at %d has none: name the features"
                .formatted(file, names.indexOf(name) + 1));
      }
      if (used && !seen.add(name)) {
        throw new DataException(
            "columns of %s must have different names, but two are %s".formatted(file, name));
      }
    }
  }

  TableSettings settings() {
    return settings;
  }

  /** Returns the code of a label; classes of test examples must be those of the pool. */
  int label(String text, TableRows.Place place) {
    int code = labels.code(text);
    if (poolClasses > 0 && code >= poolClasses) {
      throw new DataException(
          "%s: column %s must be a label that occurs in %s, but was %s"
              .formatted(place.now(), settings.label(), settings.path(), text));
    }
    return code;
  }

  /** Says that each example is an image of this shape, unless the settings say another. */
  public void images(ImageShape of) {
    shape = Optional.of(shape.orElse(of));
  }

  private void checkRows() {
    if (pool.count() == 0) {
      throw new DataException("%s must have rows, but has none".formatted(settings.path()));
    }
    labels.check(settings.label(), settings.path());
  }

  /**
   * Returns the data set.
   *
   * @param name of the source
   */
  public DataSet finish(String name) {
    checkRows();
    if (settings.testPath().isPresent() && test.count() == 0) {
      throw new DataException(
          "%s must have rows, but has none".formatted(settings.testPath().get()));
    }
    shape.ifPresent(
        image -> {
          if (image.inputs() != pool.width()) {
            throw new DataException(
                "shape must be that of %d values, which %s has, but was [%d, %d, %d]"
                    .formatted(
                        pool.width(),
                        settings.path(),
                        image.height(),
                        image.width(),
                        image.channels()));
          }
        });
    return new TableFinish(settings, features, labels, pool, test)
        .dataSet(name, shape.orElse(null));
  }
}
