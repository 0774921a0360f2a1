package dev.sieve.driver.source;

import dev.sieve.data.ImageShape;
import dev.sieve.data.table.TableRows;
import dev.sieve.driver.source.image.ImageDecoder;
import java.util.Arrays;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Hands rows to a table, as Parquet takes them from its columns: a label, what a row is for, and
 * one array or image that is the whole example.
 */
final class RowConverter extends RecordMaterializer<Boolean> {
  private final TableRows rows;
  private final Root root;

  /**
   * @param schema the columns that are read
   * @param roles of each of them
   */
  RowConverter(MessageType schema, int[] roles, TableRows rows, ImageDecoder images) {
    this.rows = rows;
    this.root = new Root(schema, roles, images);
  }

  /** A row is handed over when it ends; there is no other record of it. */
  @Override
  public Boolean getCurrentRecord() {
    return Boolean.TRUE;
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }

  /** A cell that is an image. */
  private record ImageCell(String column, TableRows rows) implements ImageDecoder.Taking {
    @Override
    public void image(ImageShape shape, float[] pixels) {
      rows.image(column, shape, pixels);
    }

    @Override
    public void refused(String rule, String found) {
      throw rows.refused(column, rule, found);
    }
  }

  private final class Root extends GroupConverter {
    private final int[] roles;
    private final ImageDecoder images;
    private final Converter[] converters;
    private final ArrayCell[] arrays; // null for all other columns
    private final boolean[] seen;

    Root(MessageType schema, int[] roles, ImageDecoder images) {
      this.roles = roles;
      this.images = images;
      this.converters = new Converter[roles.length];
      this.arrays = new ArrayCell[roles.length];
      this.seen = new boolean[roles.length];
      Arrays.setAll(converters, i -> converter(schema.getType(i), i));
    }

    private Converter converter(Type field, int column) {
      int role = roles[column];
      if (role == TableRows.LABEL) {
        return new TextConverter(rows::label);
      }
      if (role == TableRows.SPLIT) {
        return new TextConverter(rows::split);
      }
      if (ParquetColumns.isImage(field)) {
        return image(field, column);
      }
      arrays[column] = new ArrayCell();
      return arrays[column].converter(field);
    }

    private Converter image(Type field, int column) {
      Converter bytes =
          new BytesConverter(
              encoded -> {
                seen[column] = true;
                images.decode(encoded, new ImageCell(field.getName(), rows));
              });
      return field.isPrimitive() ? bytes : new OnlyField(bytes);
    }

    @Override
    public Converter getConverter(int column) {
      return converters[column];
    }

    @Override
    public void start() {
      Arrays.fill(seen, false);
    }

    @Override
    public void end() {
      for (int i = 0; i < seen.length; i++) {
        seen[i] |= arrays[i] != null && arrays[i].handOver(rows);
        if (!seen[i] && roles[i] >= 0) {
          rows.missing(roles[i]);
        }
      }
      rows.endRow();
    }
  }
}
