package dev.sieve.data.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.sieve.data.table.Categories;
import dev.sieve.data.table.TableSettings;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The first rows of a CSV file: what they tell of its size. Whatever is wrong with them, reading
 * says.
 */
final class CsvHead extends AbstractBaseCsvCallbackHandler<Boolean> {
  private static final int LARGEST_BYTE = 255;

  private final TableSettings table;
  private final BitSet features = new BitSet();
  private final Map<Integer, Set<String>> levels = new HashMap<>(); // of columns with texts
  private boolean isHeader = true;
  private boolean isFloats;
  private long rowBytes;
  private long headerBytes;
  private long longest;
  private long rows;

  CsvHead(TableSettings table) {
    this.table = table;
  }

  @Override
  protected void handleField(int column, char[] text, int from, int length, boolean quoted) {
    rowBytes += 1 + (quoted ? 2 : 0);
    for (int i = from; i < from + length; i++) {
      rowBytes += text[i] > 0x7F ? 3 : text[i] == '"' ? 2 : 1; // in UTF-8, at most
    }
    if (isHeader) {
      features.set(column, table.isFeature(new String(text, from, length).strip()));
    } else if (features.get(column)) {
      take(column, new String(text, from, length).strip());
    }
  }

  private void take(int column, String cell) {
    double number = Decimal.parse(cell.toCharArray(), 0, cell.length());
    isFloats |= !isByte(number);
    if (table.categories() == Categories.ONEHOT
        && Double.isNaN(number)
        && !CsvRows.isMissing(cell.toCharArray(), 0, cell.length())) {
      levels.computeIfAbsent(column, none -> new HashSet<>()).add(cell);
    }
  }

  /** Also of NaN: a text may become flags, and what is missing may become 0. */
  private static boolean isByte(double number) {
    return Double.isNaN(number)
        || (number >= 0 && number <= LARGEST_BYTE && number == Math.rint(number));
  }

  @Override
  protected Boolean buildRecord() {
    if (isHeader) {
      headerBytes = rowBytes;
      isHeader = false;
    } else {
      longest = Math.max(longest, rowBytes);
      rows++;
    }
    rowBytes = 0;
    return Boolean.TRUE;
  }

  /** Returns the number of inputs: one for each column of numbers, and for each text met. */
  int width() {
    return features.cardinality()
        - levels.size()
        + levels.values().stream().mapToInt(Set::size).sum();
  }

  /** Returns whether a number is no byte, so that all are floats. */
  boolean isFloats() {
    return isFloats;
  }

  /** Returns the number of rows met. */
  long rows() {
    return rows;
  }

  /** Returns the rows of a file of {@code bytes} whose rows are no longer than those met. */
  long rowsOf(long bytes) {
    return Math.max(rows, (bytes - headerBytes) / Math.max(1, longest));
  }
}
