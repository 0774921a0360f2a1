package dev.sieve.driver.source.frame;

import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;

/** Cells that are no numbers, as Spark stores them; none of them null. */
final class Cells {
  private Cells() {}

  /** Returns a text, or an integer as text; empty where it is blank, which is a missing value. */
  static Optional<String> text(InternalRow row, int at, DataType type) {
    if (type instanceof StringType) {
      return Optional.of(row.getUTF8String(at).toString().strip()).filter(text -> !text.isEmpty());
    }
    return Optional.of(
        type instanceof BooleanType
            ? Boolean.toString(row.getBoolean(at))
            : Long.toString((long) Numbers.get(row, at, type)));
  }

  /** Returns the bytes of an encoded image; none where its struct has none. */
  static byte[] bytes(InternalRow row, int at, DataType type) {
    if (type instanceof BinaryType) {
      return row.getBinary(at);
    }
    StructType struct = (StructType) type;
    InternalRow fields = row.getStruct(at, struct.size());
    int field = struct.fieldIndex(FrameColumn.BYTES);
    return fields.isNullAt(field) ? new byte[0] : fields.getBinary(field);
  }
}
