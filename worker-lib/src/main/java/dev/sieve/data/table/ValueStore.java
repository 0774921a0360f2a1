package dev.sieve.data.table;

import dev.sieve.data.ByteValues;
import dev.sieve.data.FloatValues;
import dev.sieve.data.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Rows of numbers in the order in which they come, in blocks: bytes as long as all of them are
 * integers in [0, 255], else floats.
 */
final class ValueStore {
  /** Values of a block, but at least one row. */
  private static final int BLOCK = 1 << 22;

  private final int width;
  private final int bits;
  private final Runnable beforeFloats;
  private final List<byte[]> bytes = new ArrayList<>();
  private final List<float[]> floats = new ArrayList<>();
  private boolean isBytes = true;
  private boolean missing;
  private int count;

  ValueStore(int width) {
    this(width, () -> {});
  }

  /**
   * @param beforeFloats is called before bytes become floats, which take four times their memory
   */
  ValueStore(int width, Runnable beforeFloats) {
    this.width = width;
    this.beforeFloats = beforeFloats;
    this.bits = 31 - Integer.numberOfLeadingZeros(Math.max(1, BLOCK / width));
  }

  int width() {
    return width;
  }

  int count() {
    return count;
  }

  boolean isBytes() {
    return isBytes;
  }

  /** Returns whether all blocks are full, and there is one. */
  boolean isFull() {
    return count > 0 && at(count) == 0;
  }

  /** Returns whether any value is missing: NaN. */
  boolean misses() {
    return missing;
  }

  /** Adds a row; reads the first {@link #width} of {@code values}. NaN is kept. */
  void add(float[] values) {
    int at = at(count);
    if (isBytes && areBytes(values)) {
      if (at == 0) {
        bytes.add(new byte[width << bits]);
      }
      byte[] block = bytes.get(count >>> bits);
      for (int j = 0; j < width; j++) {
        block[at + j] = (byte) (int) values[j];
      }
    } else {
      becomeFloats();
      if (at == 0) {
        floats.add(new float[width << bits]);
      }
      System.arraycopy(values, 0, floats.get(count >>> bits), at, width);
      missing |= misses(values);
    }
    count++;
  }

  private int at(int row) {
    return (row & ((1 << bits) - 1)) * width;
  }

  private boolean areBytes(float[] values) {
    for (int j = 0; j < width; j++) {
      int integer = (int) values[j];
      if (integer != values[j] || (integer & ~0xFF) != 0) {
        return false;
      }
    }
    return true;
  }

  private boolean misses(float[] values) {
    for (int j = 0; j < width; j++) {
      if (Float.isNaN(values[j])) {
        return true;
      }
    }
    return false;
  }

  private void becomeFloats() {
    if (isBytes) {
      beforeFloats.run();
      isBytes = false;
      for (int i = 0; i < bytes.size(); i++) {
        floats.add(floats(bytes.set(i, null)));
      }
      bytes.clear();
    }
  }

  private static float[] floats(byte[] bytes) {
    float[] floats = new float[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      floats[i] = bytes[i] & 0xFF;
    }
    return floats;
  }

  /** Writes row {@code row} into {@code values}. */
  void get(int row, float[] values) {
    int at = at(row);
    if (isBytes) {
      byte[] block = bytes.get(row >>> bits);
      for (int j = 0; j < width; j++) {
        values[j] = block[at + j] & 0xFF;
      }
    } else {
      System.arraycopy(floats.get(row >>> bits), at, values, 0, width);
    }
  }

  /** Returns those integers from 0 on that column {@code column} has in {@code rows}. */
  BitSet integers(int column, int[] rows) {
    BitSet integers = new BitSet();
    float[] values = new float[width];
    for (int row : rows) {
      get(row, values);
      if (values[column] >= 0) {
        integers.set((int) values[column]);
      }
    }
    return integers;
  }

  /**
   * Returns the rows; this store is of no use afterwards.
   *
   * @param asBytes only where {@link #isBytes}
   * @param mayMiss whether to say that values may be missing; wherever any is
   */
  Values toValues(boolean asBytes, boolean mayMiss) {
    if (!asBytes) {
      becomeFloats();
    }
    if (count == 0) {
      return asBytes
          ? new ByteValues(width, 0, bits, List.of())
          : FloatValues.withMissing(width, 0, bits, List.of());
    }
    int last = (count - 1) >>> bits;
    int rest = (count - (last << bits)) * width;
    if (asBytes) {
      bytes.set(last, Arrays.copyOf(bytes.get(last), rest));
      return new ByteValues(width, count, bits, bytes);
    }
    floats.set(last, Arrays.copyOf(floats.get(last), rest));
    return mayMiss
        ? FloatValues.withMissing(width, count, bits, floats)
        : new FloatValues(width, count, bits, floats);
  }
}
