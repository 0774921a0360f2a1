package dev.sieve.driver.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sieve.data.ByteValues;
import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.Examples;
import dev.sieve.data.FloatValues;
import dev.sieve.data.ImageShape;
import dev.sieve.data.catalog.Sources;
import dev.sieve.data.cifar.Cifar10;
import dev.sieve.data.source.LocalFolder;
import dev.sieve.data.source.Settings;
import dev.sieve.data.source.SourceKey;
import dev.sieve.data.source.SourceKind;
import dev.sieve.data.synthetic.Synthetic;
import dev.sieve.driver.data.HadoopFolder;
import dev.sieve.driver.harness.LocalSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetSourceTest {
  private static final String IMAGES =
      "optional group img { optional binary bytes; optional binary path (STRING); } required int64"
          + " label;";
  private static final String TABLE =
      "optional double a; optional int32 b; optional binary c (STRING); required binary y (STRING);";

  @TempDir private Path folder;

  private record Given(Map<String, Object> values) implements Settings.Reader {
    @Override
    public <T> Optional<T> read(SourceKey<T> key) {
      return Optional.ofNullable(values.get(key.path())).map(key.format()::read);
    }
  }

  /** Reads what {@code given} says beside the defaults. */
  private static DataSet read(SourceKind kind, Map<String, Object> given) {
    Map<String, Object> values = new HashMap<>();
    values.put("test.share", 0.25);
    values.put("label", "y");
    values.put("features", "*");
    values.put("missing", "refuse");
    values.put("categories", "refuse");
    values.put("levels", 30);
    values.putAll(given);
    return kind.read(new Given(values))
        .orElseThrow()
        .open(HadoopFolder.places(new Configuration()));
  }

  private static String refusal(Map<String, Object> given) {
    return assertThrows(DataException.class, () -> read(ParquetSource.KIND, given)).getMessage();
  }

  private Path images(String name, Examples examples) {
    ByteValues values = (ByteValues) examples.values();
    return ParquetTableFile.write(
        folder.resolve(name),
        IMAGES,
        examples.count(),
        (row, i) -> {
          Binary png = ParquetTableFile.png(values.block(i), values.at(i), 32, 32, 3);
          row.addGroup("img").append("bytes", png).append("path", i + ".png");
          row.append("label", (long) examples.labels().of(i));
        });
  }

  private static Map<String, Object> given(Path pool, Path test) {
    return Map.of("path", pool.toString(), "test.path", test.toString(), "label", "label");
  }

  /** PNG is row by row, its channels side by side; CIFAR's files are plane by plane. */
  @Test
  void imagesAsPng_haveTheFingerprintOfTheirPlanes() {
    DataSet planes = Synthetic.generate(60, 20, 1);
    Path pool = images("pool.parquet", planes.pool());
    Path test = images("test.parquet", planes.test());
    DataSet set = read(ParquetSource.KIND, given(pool, test));
    assertEquals(Optional.of(ImageShape.CIFAR10), set.imageShape());
    assertEquals(planes.fingerprint(), set.fingerprint());
    assertEquals(List.of(new DataSet.Part("pool", 60)), set.parts());
  }

  @Test
  void cifar10AsPng_hasTheFingerprintOfItsFiles() {
    String path = System.getenv("CIFAR10_DIR");
    assumeTrue(path != null, "CIFAR10_DIR does not say where CIFAR-10 is");
    DataSet planes = Cifar10.read(new LocalFolder(Path.of(path)));
    Path pool = images("pool.parquet", planes.pool());
    Path test = images("test.parquet", planes.test());
    assertEquals(planes.fingerprint(), read(ParquetSource.KIND, given(pool, test)).fingerprint());
  }

  @Test
  void namesOfClasses_areThoseOfTheFilesMetadata() {
    String info =
        "{\"info\": {\"features\": {\"y\": {\"names\": [\"cat\", \"dog\", \"owl\"], \"_type\":"
            + " \"ClassLabel\"}}}}";
    Path file =
        ParquetTableFile.write(
            folder.resolve("named.parquet"),
            "required int32 a; required int64 y;",
            Map.of("huggingface", info),
            8,
            (row, i) -> row.append("a", i).append("y", 2L * (i % 2)));
    DataSet set = read(ParquetSource.KIND, Map.of("path", file.toString()));
    assertEquals(List.of("cat", "dog", "owl"), set.classNames());
    assertEquals(0, set.pool().labels().perClass()[1], "no dog among them");
  }

  @Test
  void greyImagesInPlainBytes_keepTheirValues() {
    byte[] pixels = new byte[256];
    for (int i = 0; i < 256; i++) {
      pixels[i] = (byte) i;
    }
    Path file =
        ParquetTableFile.write(
            folder.resolve("grey.parquet"),
            "required binary x; required int32 y;",
            4,
            (row, i) ->
                row.append("x", ParquetTableFile.png(pixels, 0, 16, 16, 1)).append("y", i % 2));
    DataSet set = read(ParquetSource.KIND, Map.of("path", file.toString()));
    assertEquals(Optional.of(new ImageShape(16, 16, 1)), set.imageShape());
    ByteValues values = (ByteValues) set.pool().values();
    for (int i = 0; i < 256; i++) {
      assertEquals(i, values.block(0)[i] & 0xFF);
    }
  }

  @Test
  void arrays_areWholeExamples() {
    Path file =
        ParquetTableFile.write(
            folder.resolve("arrays.parquet"),
            "required group x (LIST) { repeated group list { required group element (LIST) {"
                + " repeated group list { required float element; } } } } required int32 y;",
            4,
            (row, i) -> {
              Group rows = row.addGroup("x");
              for (int r = 0; r < 2; r++) {
                Group line = rows.addGroup("list").addGroup("element");
                for (int c = 0; c < 3; c++) {
                  line.addGroup("list").append("element", i + 0.1f * (3 * r + c));
                }
              }
              row.append("y", i % 2);
            });
    DataSet set =
        read(ParquetSource.KIND, Map.of("path", file.toString(), "shape", List.of(2, 3, 1)));
    FloatValues values = (FloatValues) set.pool().values();
    assertEquals(6, set.width());
    assertEquals(0.5f, values.block(0)[values.at(0) + 5] % 1, 1e-6);
  }

  private Path table(String name) {
    return ParquetTableFile.write(folder.resolve(name), TABLE, 80, ParquetSourceTest::fill);
  }

  private static void fill(Group row, int i) {
    if (i % 7 != 0) {
      row.append("a", a(i));
    }
    row.append("b", i * i % 300);
    if (i % 11 != 0) {
      row.append("c", c(i));
    }
    row.append("y", y(i));
  }

  private static double a(int i) {
    return Math.sin(i) * 100;
  }

  private static String c(int i) {
    return List.of("red", "green, or so", "blue").get(i * i % 3);
  }

  private static String y(int i) {
    return i % 5 < 2 ? "no" : i % 5 < 4 ? "yes" : "perhaps";
  }

  private Path csv() throws IOException {
    List<String> lines = new ArrayList<>(List.of("a,b,c,y"));
    for (int i = 0; i < 80; i++) {
      lines.add(
          "%s,%d,%s,%s"
              .formatted(
                  i % 7 == 0 ? "" : a(i),
                  i * i % 300,
                  i % 11 == 0 ? "" : "\"" + c(i) + "\"",
                  y(i)));
    }
    return Files.write(folder.resolve("table.csv"), lines);
  }

  /** The same numbers from either form, down to the bytes of the tables. */
  @Test
  void aTableAsCsvAndParquet_isTheSameSearch() throws IOException {
    Map<String, Object> rules = Map.of("categories", "onehot", "missing", "mean");
    Map<String, Object> parquet = new HashMap<>(rules);
    parquet.put("path", table("table.parquet").toString());
    Map<String, Object> csv = new HashMap<>(rules);
    csv.put("path", csv().toString());
    DataSet one = read(ParquetSource.KIND, parquet);
    DataSet other = read(Sources.named("csv").orElseThrow(), csv);
    assertEquals(one.fingerprint(), other.fingerprint());
    assertEquals(List.of("no", "perhaps", "yes"), one.classNames());
    assertEquals(tables("parquet", one), tables("csv", other));
    assertTrue(tables("csv", other).get("trials.csv").lines().count() > 3);
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

  @Test
  void columnsThatCannotBeInputs_areNamed() {
    Path file = table("t.parquet");
    String text = refusal(Map.of("path", file.toString()));
    assertEquals(
        "columns of "
            + file
            + " must be numbers (text needs categories = onehot, or other"
            + " features), but there is: c (string)",
        text);
    String missing = refusal(Map.of("path", file.toString(), "features", List.of("a", "b")));
    assertTrue(missing.endsWith("but some are missing: a (12)"), missing);
    String unknown = refusal(Map.of("path", file.toString(), "label", "z"));
    assertTrue(
        unknown.contains("must have a column z, but has none: known are a, b, c, y"), unknown);
    String label = refusal(Map.of("path", file.toString(), "label", "a", "features", List.of("b")));
    assertTrue(label.contains("column a must be a label of integers or text"), label);
    String dates =
        refusal(
            Map.of(
                "path",
                ParquetTableFile.write(
                        folder.resolve("d.parquet"),
                        "required int32 d (DATE); required int32 y;",
                        4,
                        (row, i) -> row.append("d", i).append("y", i % 2))
                    .toString()));
    assertTrue(dates.endsWith("but there is: d (date)"), dates);
  }

  @Test
  void arraysOfUnequalLength_areNamedByRow() {
    Path file =
        ParquetTableFile.write(
            folder.resolve("uneven.parquet"),
            "repeated int32 x; required int32 y;",
            5,
            (row, i) -> {
              for (int j = 0; j < (i == 3 ? 2 : 3); j++) {
                row.append("x", j);
              }
              row.append("y", i % 2);
            });
    assertEquals(
        file + ", row 4: column x must have 3 values as in the rows before, but has 2",
        refusal(Map.of("path", file.toString())));
    Path empty =
        ParquetTableFile.write(
            folder.resolve("empty.parquet"),
            "optional binary x; required int32 y;",
            1,
            (row, i) -> row.append("y", 1));
    assertEquals(
        empty + ", row 1: column x must hold an array or an image, but was \"nothing\"",
        refusal(Map.of("path", empty.toString())));
  }

  @Test
  void imagesThatAreNone_orOfAnotherSize_areNamedByRow() {
    byte[] pixels = new byte[300];
    Path broken = image("broken.parquet", Binary.fromConstantByteArray(new byte[] {1, 2, 3}));
    assertEquals(
        broken
            + ", row 3: column x must be a whole PNG or JPEG image, but was"
            + " \"3 bytes of something else\"",
        refusal(Map.of("path", broken.toString())));
    Path large = image("large.parquet", ParquetTableFile.png(pixels, 0, 6, 5, 1));
    String message = refusal(Map.of("path", large.toString()));
    assertTrue(message.contains("row 3: column x must be an image of 5 x 5 pixels"), message);
  }

  private Path image(String name, Binary third) {
    Binary usual = ParquetTableFile.png(new byte[300], 0, 5, 5, 1);
    return ParquetTableFile.write(
        folder.resolve(name),
        "required binary x; required int32 y;",
        4,
        (row, i) -> row.append("x", i == 2 ? third : usual).append("y", i % 2));
  }

  @Test
  void aFileCutAnywhere_isRefused() throws IOException {
    byte[] whole = Files.readAllBytes(table("t.parquet"));
    Path cut = folder.resolve("cut.parquet");
    for (int length = 0; length < whole.length; length += 37) {
      Files.write(cut, Arrays.copyOf(whole, length));
      String message = refusal(Map.of("path", cut.toString(), "features", List.of("b")));
      assertTrue(message.startsWith(cut + " must be a whole Parquet file"), message);
    }
  }
}
