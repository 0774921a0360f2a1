package dev.sieve.driver.source;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.ByteValues;
import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.Examples;
import dev.sieve.data.FloatValues;
import dev.sieve.data.Labels;
import dev.sieve.data.cifar.Cifar10;
import dev.sieve.data.source.LocalFolder;
import dev.sieve.data.source.Room;
import dev.sieve.data.synthetic.Synthetic;
import dev.sieve.driver.harness.LocalSearch;
import dev.sieve.driver.harness.MemoryFileSystem;
import dev.sieve.driver.spark.SparkStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.api.Binary;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Spark reads is what the other sources read. */
class SparkSourceIT {
  private static SparkSession spark;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    System.setProperty("spark.master", "local[2,4]");
    spark = SparkStart.session("test");
  }

  @AfterAll
  static void stop() {
    spark.stop();
    System.clearProperty("spark.master");
  }

  @AfterEach
  void forget() {
    MemoryFileSystem.clear();
  }

  private Path csv(String name, int from, int rows) throws IOException {
    List<String> lines = new ArrayList<>(List.of("a,b,c,y"));
    for (int i = from; i < from + rows; i++) {
      String text = i % 11 == 0 ? "" : List.of("red", "\"green, or so\"", "blue").get(i * i % 3);
      lines.add(
          "%s,%d,%s,%s"
              .formatted(
                  i % 7 == 0 ? "" : 100 * Math.sin(i),
                  i * i % 300,
                  text,
                  i % 5 < 2 ? "no" : "yes"));
    }
    return Files.write(folder.resolve(name), lines);
  }

  private static Map<String, Object> rules(Object... more) {
    Map<String, Object> rules = new HashMap<>(Map.of("categories", "onehot", "missing", "mean"));
    for (int i = 0; i < more.length; i += 2) {
      rules.put((String) more[i], more[i + 1]);
    }
    return rules;
  }

  /** Files of unequal lengths, which Spark does not read in their order. */
  @Test
  void aTable_isTheSameFromCsvParquetAndSpark() throws IOException {
    csv("1.csv", 0, 7);
    csv("2.csv", 7, 60);
    csv("3.csv", 67, 13);
    DataSet csv = Given.data("csv", rules("path", folder.toString()));
    DataSet bySpark = Given.data("spark", rules("path", folder.toString(), "format", "csv"));
    assertEquals(csv.fingerprint(), bySpark.fingerprint());
    Path parquet = folder.resolve("parquet");
    spark
        .read()
        .options(Map.of("header", "true", "inferSchema", "true"))
        .csv(folder.resolve("*.csv").toString())
        .orderBy("b", "a", "c")
        .coalesce(1)
        .write()
        .parquet(parquet.toString());
    DataSet plain = Given.data("parquet", rules("path", parquet.toString()));
    DataSet same = Given.data("spark", rules("path", parquet.toString(), "format", "parquet"));
    assertEquals(plain.fingerprint(), same.fingerprint());
    assertEquals(tables("parquet", plain), tables("spark", same));
  }

  private static Map<String, String> tables(String source, DataSet set) {
    LocalSearch search =
        LocalSearch.over(
            set,
            """
            search {
              name = same
              data { source = %s, path = x, label = y, train = 40, validation = 20 }
              training { hidden = [3], batch-size = 10, epochs = 2, schedule.type = constant }
              stages = [only]
              stage.only { space { l2 = [0, 0.01], schedule.eta = [0.01, 0.1] } }
            }
            """
                .formatted(source));
    search.run("of-" + source, LocalSearch.executor(set, 2));
    return LocalSearch.tables("of-" + source);
  }

  private Path images(String name, Examples examples) {
    ByteValues values = (ByteValues) examples.values();
    return ParquetTableFile.write(
        folder.resolve(name),
        "optional group img { optional binary bytes; optional binary path (STRING); } required int64"
            + " y;",
        examples.count(),
        (row, i) -> {
          Binary png = ParquetTableFile.png(values.block(i), values.at(i), 32, 32, 3);
          row.addGroup("img").append("bytes", png).append("path", i + ".png");
          row.append("y", (long) examples.labels().of(i));
        });
  }

  /** Of CIFAR-10 where it is there: some of its images, as its files have them, and as PNG. */
  @Test
  void images_areTheSameSearch_fromPlanesPngAndSpark() {
    String path = System.getenv("CIFAR10_DIR");
    DataSet planes =
        path == null ? Synthetic.generate(60, 20, 1) : Cifar10.read(new LocalFolder(Path.of(path)));
    DataSet some =
        new DataSet(
            "some",
            first(60, planes.pool()),
            List.of(new DataSet.Part("pool", 60)),
            first(20, planes.test()),
            List.of(),
            planes.shape());
    Map<String, Object> files =
        Map.of(
            "path", images("pool.parquet", some.pool()).toString(),
            "test.path", images("test.parquet", some.test()).toString());
    DataSet png = Given.data("parquet", files);
    DataSet bySpark = Given.data("spark", files);
    assertEquals(some.fingerprint(), png.fingerprint());
    assertEquals(some.fingerprint(), bySpark.fingerprint());
    assertEquals(tables("csv", some), tables("parquet", png));
    assertEquals(tables("csv", some), tables("spark", bySpark));
  }

  private static Examples first(int count, Examples of) {
    byte[] values = new byte[count * of.width()];
    ByteValues all = (ByteValues) of.values();
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      System.arraycopy(all.block(i), all.at(i), values, i * of.width(), of.width());
      labels[i] = of.labels().of(i);
    }
    return new Examples(new ByteValues(of.width(), values), new Labels(of.classes(), labels));
  }

  @Test
  void aTableOfACatalog_isRead_whereAConditionHolds() {
    spark
        .range(40)
        .selectExpr("id AS a", "cast(id % 2 AS string) AS y")
        .createOrReplaceTempView("numbers");
    DataSet set =
        Given.data("spark", Map.of("table", "numbers", "where", "a < 20", "test.share", 0));
    assertEquals(List.of(new DataSet.Part("table numbers", 20)), set.parts());
    assertEquals(19, ((ByteValues) set.pool().values()).block(19)[19]);
  }

  /** Spark ML's vectors are stored as structs, whether its jar is there or not. */
  @Test
  void vectors_denseAndSparse_areWholeExamples() {
    String type = "struct<type:tinyint,size:int,indices:array<int>,values:array<double>>";
    spark
        .range(8)
        .selectExpr(
            "cast(if(id < 4, named_struct('type', 1, 'size', null, 'indices', null, 'values',"
                + " array(id, 0.5, 0.0)), named_struct('type', 0, 'size', 3, 'indices', array(1),"
                + " 'values', array(7.5))) AS "
                + type
                + ") AS x",
            "id % 2 AS y")
        .createOrReplaceTempView("vectors");
    DataSet set = Given.data("spark", Map.of("table", "vectors", "test.share", 0));
    FloatValues values = (FloatValues) set.pool().values();
    assertArrayEquals(
        new float[] {3, 0.5f, 0, 0, 7.5f, 0},
        Arrays.copyOfRange(values.block(3), values.at(3), values.at(5)));
  }

  @Test
  void whatSparkCannotRead_isSaidInOneLine() throws IOException {
    Path csv = csv("t.csv", 0, 9);
    assertRefused(Map.of("path", "nowhere"), "Spark cannot read nowhere: [PATH_NOT_FOUND]");
    assertRefused(Map.of("path", "x", "format", "delto"), "Spark cannot read x: ");
    assertRefused(Map.of("table", "none.such"), "Spark cannot read table none.such: [TABLE");
    assertRefused(Map.of("path", "x", "table", "y"), "path and table must not both be given");
    assertRefused(
        Map.of("path", csv.toString(), "format", "csv", "where", "z > 1"), "[UNRESOLVED_COLUMN");
    assertRefused(Map.of("path", csv.toString(), "format", "csv"), "there is: c (string)");
    assertRefused(
        Map.of("path", csv.toString(), "format", "csv", "features", List.of("b", "z")),
        "must have a column z, but has none");
    assertRefused(
        Map.of("path", csv.toString(), "format", "csv", "features", List.of("b"), "where", "b < 0"),
        "must have rows, but has none");
    Path broken =
        ParquetTableFile.write(
            folder.resolve("broken.parquet"),
            "required binary x; required int32 y;",
            3,
            (row, i) ->
                row.append(
                        "x",
                        i == 2
                            ? Binary.fromConstantByteArray(new byte[3])
                            : ParquetTableFile.png(new byte[25], 0, 5, 5, 1))
                    .append("y", i % 2));
    assertRefused(
        Map.of("path", broken.toString()),
        "broken.parquet, row 3: column x must be a whole PNG or JPEG image, but was");
  }

  /** Sizes are known when executors have read the rows, and before the driver has any. */
  @Test
  void whatDoesNotFit_isRefusedBeforeItLeavesTheExecutors() {
    spark
        .range(1000)
        .selectExpr("id / 2 AS a", "id AS b", "id % 2 AS y")
        .createOrReplaceTempView("big");
    List<String> asked = new ArrayList<>();
    Room none =
        (source, least) -> {
          asked.add(source + ": " + least);
          throw new DataException("too large");
        };
    assertThrows(DataException.class, () -> Given.data("spark", Map.of("table", "big"), none));
    assertEquals(List.of("spark: 1,000 examples × 2 floats of 4 bytes = 0 MB"), asked);
  }

  private static void assertRefused(Map<String, Object> given, String message) {
    String refusal = Given.refusal("spark", given);
    assertTrue(refusal.contains(message), refusal);
    assertEquals(1, refusal.lines().count(), refusal);
  }

  @Test
  void options_areTheFormats() throws IOException {
    Path file = Files.writeString(folder.resolve("t.txt"), "a;y\n1;0\n2;1\n");
    DataSet set =
        Given.data(
            "spark",
            Map.ofEntries(
                entry("path", file.toString()),
                entry("format", "csv"),
                entry("options", Map.of("sep", ";")),
                entry("test.share", 0)));
    assertEquals(2, set.pool().count());
  }
}
