package dev.sieve.driver.source;

import dev.sieve.data.table.TableRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** Hands the values of a row, as Parquet takes them from its columns, to a table. */
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

  private final class Root extends GroupConverter {
    private final List<Converter> converters = new ArrayList<>();
    private final List<Elements> arrays = new ArrayList<>();
    private final int[] roles;
    private final boolean[] seen;

    Root(MessageType schema, int[] roles, ImageDecoder images) {
      this.roles = roles;
      this.seen = new boolean[roles.length];
      for (int i = 0; i < roles.length; i++) {
        converters.add(converter(schema.getType(i), i, images));
      }
    }

    private Converter converter(Type field, int column, ImageDecoder images) {
      int role = roles[column];
      if (role == TableRows.LABEL) {
        return new Values(text -> taken(column, () -> rows.label(text)));
      }
      if (ParquetColumns.isImage(field)) {
        Converter bytes = new Encoded(field.getName(), column, images);
        return field.isPrimitive() ? bytes : new Only(bytes);
      }
      if (ParquetColumns.isArray(field)) {
        Elements elements = new Elements(column);
        arrays.add(elements);
        return elements.converter(field);
      }
      return ParquetColumns.isNumber(field.asPrimitiveType())
          ? new NumberCell(role, column, scale(field.asPrimitiveType()))
          : new Values(text -> taken(column, () -> rows.text(role, text)));
    }

    private void taken(int column, Runnable taking) {
      seen[column] = true;
      taking.run();
    }

    @Override
    public Converter getConverter(int column) {
      return converters.get(column);
    }

    @Override
    public void start() {
      Arrays.fill(seen, false);
    }

    @Override
    public void end() {
      for (int i = 0; i < seen.length; i++) {
        if (!seen[i] && roles[i] >= 0) {
          rows.missing(roles[i]);
        }
      }
      arrays.forEach(Elements::handOver);
      rows.endRow();
    }

    /** A cell that is a number. */
    private final class NumberCell extends PrimitiveConverter {
      private final int feature;
      private final int column;
      private final double scale;

      NumberCell(int feature, int column, double scale) {
        this.feature = feature;
        this.column = column;
        this.scale = scale;
      }

      private void add(double value) {
        seen[column] = true;
        rows.number(feature, value);
      }

      @Override
      public void addInt(int value) {
        add(value / scale);
      }

      @Override
      public void addLong(long value) {
        add(value / scale);
      }

      @Override
      public void addFloat(float value) {
        add(value);
      }

      @Override
      public void addDouble(double value) {
        add(value);
      }

      @Override
      public void addBoolean(boolean value) {
        add(value ? 1 : 0);
      }
    }

    /** A cell that is an encoded image. */
    private final class Encoded extends PrimitiveConverter {
      private final String name;
      private final int column;
      private final ImageDecoder images;

      Encoded(String name, int column, ImageDecoder images) {
        this.name = name;
        this.column = column;
        this.images = images;
      }

      @Override
      public void addBinary(Binary value) {
        seen[column] = true;
        images.decode(value.getBytes(), name, rows);
      }
    }

    /** A cell that is a list of numbers, or a list of such lists: all of them in their order. */
    private final class Elements {
      private final int column;
      private float[] values = new float[16];
      private int count;

      Elements(int column) {
        this.column = column;
      }

      Converter converter(Type field) {
        return field.isPrimitive()
            ? new Element(scale(field.asPrimitiveType()))
            : new Only(converter(field.asGroupType().getType(0)));
      }

      void handOver() {
        rows.array(values, count);
        count = 0;
      }

      private void add(double value) {
        if (count == values.length) {
          values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = (float) value;
        seen[column] = true;
      }

      private final class Element extends PrimitiveConverter {
        private final double scale;

        Element(double scale) {
          this.scale = scale;
        }

        @Override
        public void addInt(int value) {
          add(value / scale);
        }

        @Override
        public void addLong(long value) {
          add(value / scale);
        }

        @Override
        public void addFloat(float value) {
          add(value);
        }

        @Override
        public void addDouble(double value) {
          add(value);
        }

        @Override
        public void addBoolean(boolean value) {
          add(value ? 1 : 0);
        }
      }
    }
  }

  /** A cell that is text, or an integer as text. */
  private static final class Values extends PrimitiveConverter {
    private final Consumer<String> taking;

    Values(Consumer<String> taking) {
      this.taking = taking;
    }

    /** As in CSV, an empty text is none. */
    private void add(String text) {
      if (!text.isBlank()) {
        taking.accept(text.strip());
      }
    }

    @Override
    public void addBinary(Binary value) {
      add(value.toStringUsingUTF8());
    }

    @Override
    public void addInt(int value) {
      add(Integer.toString(value));
    }

    @Override
    public void addLong(long value) {
      add(Long.toString(value));
    }

    @Override
    public void addBoolean(boolean value) {
      add(Boolean.toString(value));
    }
  }

  /** A struct, or a list, of one field. */
  private static final class Only extends GroupConverter {
    private final Converter inner;

    Only(Converter inner) {
      this.inner = inner;
    }

    @Override
    public Converter getConverter(int field) {
      return inner;
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }

  /** Returns what integers of a type are to be divided by. */
  private static double scale(PrimitiveType type) {
    return type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal
        ? Math.pow(10, decimal.getScale())
        : 1;
  }
}
