package dev.sieve.driver.source;

import dev.sieve.data.table.TableColumn;
import dev.sieve.data.table.TableColumn.What;
import java.util.List;
import java.util.Locale;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** What the columns of a Parquet schema are to a table. */
final class ParquetColumns {
  /** The field of Hugging Face's images that holds the encoded image. */
  private static final String BYTES = "bytes";

  private ParquetColumns() {}

  static List<TableColumn> of(MessageType schema) {
    return schema.getFields().stream()
        .map(field -> new TableColumn(field.getName(), what(field), type(field)))
        .toList();
  }

  private static String type(Type field) {
    if (!field.isPrimitive()) {
      return field.getLogicalTypeAnnotation() == null
          ? "struct"
          : field.getLogicalTypeAnnotation().toString().toLowerCase(Locale.ROOT);
    }
    LogicalTypeAnnotation logical = field.getLogicalTypeAnnotation();
    return logical == null
        ? field.asPrimitiveType().getPrimitiveTypeName().name().toLowerCase(Locale.ROOT)
        : logical.toString().toLowerCase(Locale.ROOT);
  }

  private static What what(Type field) {
    if (isWhole(field)) {
      return What.ARRAYS;
    }
    if (!field.isPrimitive() || field.isRepetition(Type.Repetition.REPEATED)) {
      return What.OTHER;
    }
    if (isNumber(field.asPrimitiveType())) {
      return What.NUMBERS;
    }
    return isText(field.asPrimitiveType()) ? What.TEXT : What.OTHER;
  }

  /** Whether values are plain numbers; flags are 0 and 1. */
  static boolean isNumber(PrimitiveType type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    return switch (type.getPrimitiveTypeName()) {
      case INT32, INT64 ->
          logical == null
              || logical instanceof IntLogicalTypeAnnotation
              || logical instanceof DecimalLogicalTypeAnnotation;
      case FLOAT, DOUBLE, BOOLEAN -> true;
      default -> false;
    };
  }

  private static boolean isText(PrimitiveType type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    return type.getPrimitiveTypeName() == PrimitiveTypeName.BINARY
        && (logical instanceof StringLogicalTypeAnnotation
            || logical instanceof EnumLogicalTypeAnnotation);
  }

  /** Whether a column holds encoded images: bytes, or a struct of them and their path. */
  static boolean isImage(Type field) {
    if (field.isRepetition(Type.Repetition.REPEATED)) {
      return false;
    }
    if (field.isPrimitive()) {
      return field.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY
          && field.getLogicalTypeAnnotation() == null;
    }
    GroupType group = field.asGroupType();
    return group.getLogicalTypeAnnotation() == null
        && group.containsField(BYTES)
        && group.getType(BYTES).isPrimitive()
        && isImage(group.getType(BYTES));
  }

  /** Whether a column holds lists of numbers, or lists of such lists. */
  static boolean isArray(Type field) {
    Type at = field;
    boolean repeated = at.isRepetition(Type.Repetition.REPEATED);
    while (!at.isPrimitive()) {
      if (at.asGroupType().getFieldCount() != 1) {
        return false;
      }
      at = at.asGroupType().getType(0);
      repeated |= at.isRepetition(Type.Repetition.REPEATED);
    }
    return repeated && isNumber(at.asPrimitiveType());
  }

  /** Whether values of a column are whole examples: arrays or images. */
  static boolean isWhole(Type field) {
    return isImage(field) || isArray(field);
  }

  /** Returns as much of {@code field} as is read: of an image, its bytes. */
  static Type read(Type field) {
    return isImage(field) && !field.isPrimitive()
        ? field.asGroupType().withNewFields(field.asGroupType().getType(BYTES))
        : field;
  }
}
