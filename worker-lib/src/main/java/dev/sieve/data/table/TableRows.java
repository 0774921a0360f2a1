package dev.sieve.data.table;

import static dev.sieve.data.table.TableColumn.What;

import dev.sieve.Texts;
import dev.sieve.data.DataException;
import dev.sieve.data.ImageShape;
import java.util.List;

/** Takes the rows of one file, cell after cell. */
public final class TableRows {
  /** The role of a column that is of no interest. */
  public static final int IGNORED = -2;

  /** The role of the column of labels. */
  public static final int LABEL = -1;

  /** The role of the column that says what rows are for. */
  public static final int SPLIT = -3;

  private static final int LONGEST = 40;

  private final TableReading reading;
  private final Feature[] features;
  private final int[] roles;
  private final TablePart part;
  private float[] row;
  private int width;
  private int label = -1;
  private long promised; // rows; 0 once it was looked whether they fit, or where nobody knows
  private RowUse use; // none before the column says so
  private Place place = () -> "";

  /** Where a reader is: {@code data.csv:17}. */
  @FunctionalInterface
  public interface Place {
    String now();
  }

  TableRows(TableReading reading, List<Feature> features, int[] roles, TablePart part) {
    this.reading = reading;
    this.features = features.toArray(Feature[]::new);
    this.roles = roles;
    this.part = part;
    this.row = new float[features.size()];
    this.width = row.length;
  }

  /** Sets where messages say that the reader is. */
  public void at(Place now) {
    place = now;
  }

  /** Says how many rows the file has, where that is known: if they do not fit, none is kept. */
  public void promise(long count) {
    promised = count;
  }

  /** Returns the feature that column {@code column} of the file is, or one of the other roles. */
  public int role(int column) {
    return roles[column];
  }

  /** Returns whether a feature takes text alone. */
  public boolean isText(int feature) {
    return features[feature].what() == What.TEXT;
  }

  /** Takes a number for a feature; NaN is a missing value. */
  public void number(int feature, double value) {
    Feature of = features[feature];
    float number = (float) value;
    if (Float.isFinite(number)) {
      if (of.what() == What.UNKNOWN) {
        of.becomes(What.NUMBERS);
      }
      row[feature] = number;
    } else if (Double.isNaN(value)) {
      missing(feature);
    } else {
      throw refused(of.name(), "must be a finite number of at most 3.4e38", "" + value);
    }
  }

  /** Takes a cell without a value. */
  public void missing(int feature) {
    if (features[feature].what() == What.ARRAYS) {
      throw refused(features[feature].name(), "must hold an array or an image", "nothing");
    }
    features[feature].addMissing();
    row[feature] = features[feature].isText() ? Feature.NO_LEVEL : Float.NaN;
  }

  /** Takes a text for a feature that may be one of categories. */
  public void text(int feature, String text) {
    Feature of = features[feature];
    TableSettings settings = reading.settings();
    checkLines(of.name(), text);
    if (of.what() == What.NUMBERS) {
      throw refused(of.name(), "must be a number", text);
    }
    if (settings.categories() == Categories.REFUSE) {
      String rule = "must be a number (text needs categories = onehot, or other features)";
      throw refused(of.name(), rule, text);
    }
    of.becomes(What.TEXT);
    row[feature] = of.code(text);
    if (of.levels() > settings.levels()) {
      String rule = "must have at most %d different texts (levels), or be no feature";
      throw refused(of.name(), Texts.format(rule, settings.levels()), "one more: " + text);
    }
  }

  /** Takes what the file says that the labels 0, 1, … are called. */
  public void labelsAreCalled(List<String> names) {
    reading.labelsAreCalled(names);
  }

  /** Takes the label of this row. */
  public void label(String text) {
    checkLines(reading.settings().label(), text);
    label = reading.label(text, place);
  }

  /** Takes what this row is for: to train, to validate, or to test. */
  public void split(String text) {
    use =
        RowUse.of(text)
            .orElseThrow(
                () -> refused(reading.splitColumn(), "must be train, validation or test", text));
  }

  /** Takes all values of this row at once; {@code values} is not kept beyond it. */
  public void array(float[] values, int count) {
    for (int j = 0; j < count; j++) {
      if (!Float.isFinite(values[j])) {
        throw refused(features[0].name(), "must hold finite numbers", "" + values[j]);
      }
    }
    width = count;
    row = values;
  }

  /** Takes all values of this row at once: an image, of the shape that all images have. */
  public void image(String column, ImageShape shape, float[] values) {
    ImageShape first = reading.imageLike(shape);
    if (!first.equals(shape)) {
      throw refused(column, "must be an image of " + said(first) + " as the first", said(shape));
    }
    array(values, values.length);
  }

  private static String said(ImageShape shape) {
    return Texts.format(
        "%d x %d pixels and %d channels", shape.height(), shape.width(), shape.channels());
  }

  /** Returns a message about a cell. */
  public DataException refused(String column, String rule, String value) {
    String shown = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    return new DataException(
        Texts.format(
            "%s: column %s %s, but was \"%s\"",
            place.now(), column, rule, shown.replace("\r", "").replace("\n", "\\n")));
  }

  private void checkLines(String column, String text) {
    if (text.indexOf('\n') >= 0) {
      throw refused(column, "must stand on one line (does a quote never close?)", text);
    }
  }

  /** Ends the row. */
  public void endRow() {
    if (label < 0) {
      throw new DataException(
          Texts.format(
              "%s: column %s must hold a label, but has none",
              place.now(), reading.settings().label()));
    }
    if (part.width() != 0 && part.width() != width) {
      throw new DataException(
          Texts.format(
              "%s: column %s must have %d values as in the rows before, but has %d",
              place.now(), features[0].name(), part.width(), width));
    }
    if (use == null && reading.splitColumn() != null) {
      throw refused(reading.splitColumn(), "must be train, validation or test", "");
    }
    if (part.isFull() || promised > 0) {
      reading.checkRoom(Math.max(1, promised), width);
      promised = 0;
    }
    part.add(row, width, label, use == null ? RowUse.TRAIN : use);
    label = -1;
    use = null;
  }

  /** Ends the file, which is known as {@code name} from here on. */
  public void endFile(String name) {
    part.endFile(name);
  }
}
