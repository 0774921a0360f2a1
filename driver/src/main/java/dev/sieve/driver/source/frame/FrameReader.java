package dev.sieve.driver.source.frame;

import dev.sieve.data.DataException;
import dev.sieve.data.source.LeastSize;
import dev.sieve.data.source.Room;
import dev.sieve.data.table.TableColumn;
import dev.sieve.data.table.TableRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.storage.StorageLevel;

/**
 * Reads a table by one Spark job. Rows of files come in the order of the files' names and in that
 * of each file, however Spark has cut and shared them out; other rows in that of Spark's
 * partitions.
 */
final class FrameReader {
  private static final Comparator<RowBlock> ORDER =
      Comparator.comparing(RowBlock::file).thenComparingLong(RowBlock::start);

  private final SparkSession spark;
  private final SparkTable table;
  private final Room room;
  private long row; // of the file under way, for messages

  /**
   * @param room is asked before rows leave their executors
   */
  FrameReader(SparkSession spark, SparkTable table, Room room) {
    this.spark = spark;
    this.table = table;
    this.room = room;
  }

  /**
   * @param opening returns what takes the rows of a file
   * @throws DataException naming what is wrong
   */
  void read(BiFunction<String, List<TableColumn>, TableRows> opening) {
    Dataset<Row> all = table.rows(spark);
    StructField[] fields = all.schema().fields();
    List<TableColumn> described = Stream.of(fields).map(FrameColumn::described).toList();
    TableRows roles = opening.apply(table.place(), described);
    List<FrameColumn> columns =
        IntStream.range(0, fields.length)
            .filter(i -> roles.role(i) != TableRows.IGNORED)
            .mapToObj(i -> FrameColumn.of(fields[i], roles.role(i)))
            .toList();
    columns.forEach(column -> check(column, roles));
    List<RowBlock> blocks = blocks(all, columns);
    for (int from = 0; from < blocks.size(); ) {
      int end = endOfFile(blocks, from);
      String file = blocks.get(from).file();
      String place = file.isEmpty() ? table.place() : file;
      handOver(blocks.subList(from, end), place, opening.apply(place, described));
      from = end;
    }
  }

  private static void check(FrameColumn column, TableRows rows) {
    String is = column.type().simpleString();
    if (column.role() == TableRows.LABEL && !FrameColumn.isLabel(column.type())) {
      throw rows.refused(column.name(), "must be a label of integers or text", is);
    }
    if (column.role() == TableRows.SPLIT && !FrameColumn.isLabel(column.type())) {
      throw rows.refused(column.name(), "must be text: train, validation or test", is);
    }
  }

  private List<RowBlock> blocks(Dataset<Row> all, List<FrameColumn> columns) {
    Column[] wanted =
        Stream.concat(
                columns.stream().map(column -> all.col(quoted(column.name()))),
                Stream.of(functions.input_file_name(), functions.input_file_block_start()))
            .toArray(Column[]::new);
    var rows = (org.apache.spark.sql.classic.Dataset<Row>) all.select(wanted); // Connect is refused
    List<RowBlock> blocks = new ArrayList<>(collected(blocks(rows, columns)));
    blocks.sort(ORDER);
    return blocks;
  }

  /** Keeps what executors read on their disks until it is known that it fits. */
  private List<RowBlock> collected(JavaRDD<RowBlock> blocks) {
    blocks.persist(StorageLevel.DISK_ONLY());
    try {
      LeastSize.sum(attempt(() -> blocks.map(RowBlock::size).collect()))
          .ifPresent(least -> room.check(SparkSource.NAME, least));
      return attempt(blocks::collect);
    } finally {
      blocks.unpersist();
    }
  }

  private <T> T attempt(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (RuntimeException e) {
      throw table.unreadable(e);
    }
  }

  /** A block or two per partition: what travels is compact already. */
  private static JavaRDD<RowBlock> blocks(
      org.apache.spark.sql.classic.Dataset<Row> rows, List<FrameColumn> columns) {
    JavaRDD<InternalRow> stored = rows.queryExecution().toRdd().toJavaRDD();
    List<FrameColumn> shipped = new ArrayList<>(columns);
    return stored.mapPartitions(partition -> new BlockRows(partition, shipped));
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  private static int endOfFile(List<RowBlock> blocks, int from) {
    int end = from;
    while (end < blocks.size() && blocks.get(end).file().equals(blocks.get(from).file())) {
      end++;
    }
    return end;
  }

  /** Forgets each block once its rows are taken. */
  private void handOver(List<RowBlock> blocks, String place, TableRows rows) {
    row = 0;
    rows.at(() -> place + ", row " + row);
    for (int i = 0; i < blocks.size(); i++) {
      blocks.set(i, null).handOver(rows, () -> row++);
    }
    rows.endFile(new Path(place).getName());
  }
}
