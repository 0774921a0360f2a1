package dev.sieve.driver.source;

import dev.sieve.data.source.LeastSize;
import dev.sieve.data.table.TableColumn;
import dev.sieve.data.table.TableSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/** The memory that tables take at least, by the footers of their files. */
final class ParquetSizes {
  private static final int LARGEST_BYTE = 255;

  private final TableSettings table;
  private long rows;
  private long width = Long.MAX_VALUE;
  private boolean isFloats;
  private long largestGroup;

  ParquetSizes(TableSettings table) {
    this.table = table;
  }

  void add(ParquetMetadata footer) {
    List<TableColumn> columns = ParquetColumns.of(footer.getFileMetaData().getSchema());
    Set<String> features = features(columns);
    Set<String> read = read(columns);
    width = Math.min(width, features.size());
    for (BlockMetaData group : footer.getBlocks()) {
      rows += group.getRowCount();
      largestGroup =
          Math.max(
              largestGroup,
              group.getColumns().stream()
                  .filter(chunk -> read.contains(chunk.getPath().toArray()[0]))
                  .mapToLong(ColumnChunkMetaData::getTotalSize)
                  .sum());
      isFloats |=
          group.getColumns().stream()
              .filter(chunk -> features.contains(chunk.getPath().toDotString()))
              .anyMatch(ParquetSizes::isFloats);
    }
  }

  /** Returns the features that are numbers: each is an input. */
  private Set<String> features(List<TableColumn> columns) {
    Set<String> features = new HashSet<>();
    columns.stream()
        .filter(column -> column.what() == TableColumn.What.NUMBERS)
        .forEach(column -> features.add(column.name()));
    features.removeIf(name -> !table.isFeature(name));
    return features;
  }

  /** Returns the columns that are read: all of a group of rows at once. */
  private Set<String> read(List<TableColumn> columns) {
    Set<String> read = new HashSet<>();
    columns.stream()
        .map(TableColumn::name)
        .filter(name -> table.isFeature(name) || name.equals(table.label()))
        .forEach(read::add);
    return read;
  }

  /** Whether one of its values is no byte, so that all are floats; decimals count as none. */
  private static boolean isFloats(ColumnChunkMetaData chunk) {
    Statistics<?> known = chunk.getStatistics();
    return known != null
        && known.hasNonNullValue()
        && chunk.getPrimitiveType().getLogicalTypeAnnotation() == null
        && (!isByte(known.genericGetMin()) || !isByte(known.genericGetMax()));
  }

  private static boolean isByte(Object value) {
    return !(value instanceof Number number)
        || (number.doubleValue() >= 0
            && number.doubleValue() <= LARGEST_BYTE
            && number.doubleValue() == number.intValue());
  }

  /** Returns the size of all files so far; empty where only reading them tells. */
  Optional<LeastSize> least() {
    return rows == 0
        ? Optional.empty()
        : Optional.of(
            new LeastSize(rows, width, isFloats ? Float.BYTES : Byte.BYTES, largestGroup));
  }
}
