package dev.sieve.driver.source.frame;

import dev.sieve.data.ImageShape;
import dev.sieve.data.table.TableRows;
import dev.sieve.driver.source.image.ImageDecoder;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StringType;

/** Puts the rows of one partition into blocks, on an executor. */
final class BlockRows implements Iterator<RowBlock> {
  /** Values of a block, at most, but for its last row. */
  private static final int VALUES = 1 << 20;

  private final Iterator<InternalRow> rows;
  private final List<FrameColumn> columns;
  private final int features;
  private final float[] cells;
  private final Numbers numbers = new Numbers();
  private final ImageDecoder images = new ImageDecoder();
  private InternalRow next;
  private BlockBuilder block; // under way
  private boolean refused;

  /**
   * @param rows of {@code columns}, and behind these the file and where in it a row's split begins
   */
  BlockRows(Iterator<InternalRow> rows, List<FrameColumn> columns) {
    this.rows = rows;
    this.columns = columns;
    this.features = (int) columns.stream().filter(column -> column.role() >= 0).count();
    this.cells = new float[features];
  }

  @Override
  public boolean hasNext() {
    return !refused && (next != null || rows.hasNext());
  }

  @Override
  public RowBlock next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    next = next == null ? rows.next() : next;
    block = begin(next);
    do {
      if (!add(next)) {
        return block.build(); // next begins another block
      }
      next = null;
      if (block.isRefused()) {
        refused = true;
        return block.build();
      }
      next = rows.hasNext() ? rows.next() : null;
    } while (next != null && block.size() < VALUES && block.isOf(file(next), start(next)));
    return block.build();
  }

  private BlockBuilder begin(InternalRow row) {
    TextCodes[] texts = new TextCodes[features];
    TextCodes label = null;
    TextCodes split = null;
    for (FrameColumn column : columns) {
      if (column.role() >= 0 && column.type() instanceof StringType) {
        texts[column.role()] = new TextCodes();
      } else if (column.role() == TableRows.LABEL) {
        label = new TextCodes();
      } else if (column.role() == TableRows.SPLIT) {
        split = new TextCodes();
      }
    }
    return new BlockBuilder(file(row), start(row), label, split, texts);
  }

  private String file(InternalRow row) {
    return row.isNullAt(columns.size()) ? "" : row.getUTF8String(columns.size()).toString();
  }

  private long start(InternalRow row) {
    return row.isNullAt(columns.size() + 1) ? 0 : row.getLong(columns.size() + 1);
  }

  /** Adds {@code row} to the block; returns false where it begins another one. */
  private boolean add(InternalRow row) {
    boolean whole = false;
    for (int i = 0; i < columns.size(); i++) {
      FrameColumn column = columns.get(i);
      if (column.role() == TableRows.LABEL) {
        block.label(text(row, i, column).orElse(null));
      } else if (column.role() == TableRows.SPLIT) {
        block.split(text(row, i, column).orElse(null));
      } else if (FrameColumn.isNumber(column.type())) {
        cells[column.role()] =
            row.isNullAt(i) ? Float.NaN : (float) Numbers.get(row, i, column.type());
      } else if (column.type() instanceof StringType) {
        Optional<String> text = text(row, i, column);
        cells[column.role()] =
            text.map(value -> (float) block.number(column.role(), value)).orElse(Float.NaN);
      } else {
        whole = true;
      }
    }
    if (whole) {
      return addWhole(row);
    }
    block.endRow(cells, features);
    return true;
  }

  private boolean addWhole(InternalRow row) {
    int at = 0;
    while (columns.get(at).role() < 0) {
      at++;
    }
    FrameColumn column = columns.get(at);
    if (row.isNullAt(at)) {
      block.refuse(column.name(), "must hold an array or an image", "nothing");
      return true;
    }
    if (FrameColumn.isImage(column.type())) {
      Image image = new Image(column.name());
      byte[] encoded = Cells.bytes(row, at, column.type());
      images.decode(encoded, image);
      return image.taken;
    }
    numbers.read(row, at, column.type());
    if (numbers.count() == 0) {
      block.refuse(column.name(), "must hold an array or an image", "nothing");
      return true;
    }
    if (!block.takes(numbers.count(), null)) {
      return false;
    }
    block.whole(column.name(), null);
    block.endRow(numbers.values(), numbers.count());
    return true;
  }

  private static Optional<String> text(InternalRow row, int at, FrameColumn column) {
    return row.isNullAt(at) ? Optional.empty() : Cells.text(row, at, column.type());
  }

  /** An image on its way into the block. */
  private final class Image implements ImageDecoder.Taking {
    private final String column;
    private boolean taken = true;

    Image(String column) {
      this.column = column;
    }

    @Override
    public void image(ImageShape shape, float[] pixels) {
      taken = block.takes(pixels.length, shape);
      if (taken) {
        block.whole(column, shape);
        block.endRow(pixels, pixels.length);
      }
    }

    @Override
    public void refused(String rule, String found) {
      block.refuse(column, rule, found);
    }
  }
}
