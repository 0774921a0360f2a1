package dev.sieve.data.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.sieve.Texts;
import dev.sieve.data.DataException;
import dev.sieve.data.table.TableColumn;
import dev.sieve.data.table.TableColumn.What;
import dev.sieve.data.table.TableRows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Takes one CSV file field after field, without a string for each number. */
final class CsvRows extends AbstractBaseCsvCallbackHandler<Boolean> {
  /** More is taken for another format. */
  private static final int MOST_COLUMNS = 100_000;

  private final String file;
  private final BiFunction<String, List<TableColumn>, TableRows> opening;
  private final List<String> header = new ArrayList<>();
  private TableRows rows; // none before the header is read

  CsvRows(String file, BiFunction<String, List<TableColumn>, TableRows> opening) {
    this.file = file;
    this.opening = opening;
  }

  String file() {
    return file;
  }

  /** Returns the line that the last record begins at. */
  long line() {
    return getStartingLineNumber();
  }

  @Override
  protected void handleField(int column, char[] text, int from, int length, boolean quoted) {
    int start = from;
    int end = from + length;
    while (start < end && text[start] <= ' ') {
      start++;
    }
    while (start < end && text[end - 1] <= ' ') {
      end--;
    }
    if (rows == null) {
      headerField(new String(text, start, end - start));
    } else if (column < header.size()) {
      field(rows.role(column), text, start, end);
    }
  }

  private void headerField(String name) {
    if (header.size() == MOST_COLUMNS) {
      throw new DataException(
          Texts.format("%s must have at most %d columns, but has more", file, MOST_COLUMNS));
    }
    boolean mark = header.isEmpty() && name.startsWith("\uFEFF"); // of the byte order
    header.add(mark ? name.substring(1).strip() : name);
  }

  private void field(int role, char[] text, int from, int to) {
    if (role >= 0) {
      feature(role, text, from, to);
    } else if (role != TableRows.IGNORED && !isMissing(text, from, to)) {
      String value = new String(text, from, to - from);
      if (role == TableRows.LABEL) {
        rows.label(value);
      } else {
        rows.split(value);
      }
    }
  }

  private void feature(int feature, char[] text, int from, int to) {
    boolean isText = rows.isText(feature);
    double number = isText ? Double.NaN : Decimal.parse(text, from, to);
    if (!Double.isNaN(number)) {
      rows.number(feature, number);
    } else if (isMissing(text, from, to)) {
      rows.missing(feature);
    } else {
      rows.text(feature, new String(text, from, to - from));
    }
  }

  /** Whether a cell is empty or says, in the words of pandas, R or UCI, that it is. */
  static boolean isMissing(char[] text, int from, int to) {
    return switch (to - from) {
      case 0 -> true;
      case 1 -> text[from] == '?';
      case 2, 3, 4 ->
          switch (new String(text, from, to - from)) {
            case "NA", "N/A", "NaN", "nan", "null", "NULL" -> true;
            default -> false;
          };
      default -> false;
    };
  }

  @Override
  protected Boolean buildRecord() {
    if (rows == null) {
      begin();
    } else if (getFieldCount() != header.size()) {
      throw new DataException(
          Texts.format(
              "%s:%d: must have %d fields as the header, but has %d (does a quote never close?)",
              file, line(), header.size(), getFieldCount()));
    } else {
      rows.endRow();
    }
    return Boolean.TRUE;
  }

  private void begin() {
    if (header.size() == 1 && header.get(0).matches(".*[;\\t|].*")) {
      throw new DataException(
          Texts.format(
              "%s must have its columns separated by commas, but its first line is: %s",
              file, shown(header.get(0))));
    }
    rows =
        opening.apply(
            file,
            header.stream().map(name -> new TableColumn(name, What.UNKNOWN, "unknown")).toList());
    rows.at(() -> file + ":" + line());
  }

  private static String shown(String line) {
    return line.length() <= 80 ? line : line.substring(0, 80) + "…";
  }

  /** Ends the file, which is known as {@code name} from here on. */
  void end(String name) {
    if (rows == null) {
      throw new DataException(
          Texts.format("%s must have a line of column names, but is empty", file));
    }
    rows.endFile(name);
  }
}
