package dev.sieve.data.table;

import dev.sieve.data.DataSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** The rows of one path: those of all its files. */
final class TablePart {
  private final List<DataSet.Part> files = new ArrayList<>();
  private final IntConsumer beforeFloats;
  private ValueStore values; // none before the first row
  private int[] labels = new int[1 << 10];
  private final Map<RowUse, BitSet> uses = new EnumMap<>(RowUse.class);

  /**
   * @param beforeFloats is told the values of a row before all rows become floats
   */
  TablePart(IntConsumer beforeFloats) {
    this.beforeFloats = beforeFloats;
  }

  /** Adds a row; the first one says how many values all have. */
  void add(float[] row, int width, int label, RowUse use) {
    if (values == null) {
      values = new ValueStore(width, () -> beforeFloats.accept(width));
    }
    int count = values.count();
    if (count == labels.length) {
      labels = Arrays.copyOf(labels, 2 * count);
    }
    labels[count] = label;
    uses.computeIfAbsent(use, none -> new BitSet()).set(count);
    values.add(row);
  }

  /** Says that what was added since the last file is {@code name}. */
  void endFile(String name) {
    int before = files.stream().mapToInt(DataSet.Part::count).sum();
    if (count() > before) {
      files.add(new DataSet.Part(name, count() - before));
    }
  }

  int count() {
    return values == null ? 0 : values.count();
  }

  /** Returns whether the next row begins a block, other than the first one. */
  boolean isFull() {
    return values != null && values.isFull();
  }

  /** Returns the bytes of a value: 1 as long as all rows are bytes. */
  int bytesOfValue() {
    return values == null || values.isBytes() ? Byte.BYTES : Float.BYTES;
  }

  /** Returns the values of each row; 0 before the first one. */
  int width() {
    return values == null ? 0 : values.width();
  }

  /**
   * Returns the values of all rows.
   *
   * @param width of each, where there are none to tell
   */
  ValueStore values(int width) {
    return values == null ? new ValueStore(width) : values;
  }

  /** Returns the rows that are for {@code use}. */
  int[] of(RowUse use) {
    return uses.getOrDefault(use, new BitSet()).stream().toArray();
  }

  int label(int row) {
    return labels[row];
  }

  /** Returns the files of the rows that are {@code kept}, sorted, with so many rows each. */
  List<DataSet.Part> files(int... kept) {
    List<DataSet.Part> parts = new ArrayList<>();
    int from = 0;
    int end = 0;
    int at = 0;
    for (DataSet.Part file : files) {
      end += file.count();
      while (at < kept.length && kept[at] < end) {
        at++;
      }
      parts.add(new DataSet.Part(file.name(), at - from));
      from = at;
    }
    return parts;
  }
}
