package dev.sieve.driver.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.source.ParquetTableFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever can be wrong with the data of a user: {@code search} says so in one line, ends with 2,
 * and leaves nothing behind.
 */
class BadDataTest {
  private static final String CONF =
      """
      search {
        data { %s, train = 2, validation = 1 }
        training { epochs = 1, batch-size = 2 }
        stages = [coarse]
        stage.coarse.trials = 1
      }
      """;
  private static final int UNSIGNED_BYTES = 0x08;

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          missing column         |              | a,z;1,no              | t.csv must have a column y, but has none: known are a, z
          unknown feature        | features=[b] | a,y;1,no;2,yes        | t.csv must have a column b, but has none: known are a, y
          text for a number      |              | a,y;1,no;two,yes      | t.csv:3: column a must be a number
          missing value          |              | a,b,y;1,,no;2,3,yes   | but some are missing: b (1)
          NaN                    |              | a,y;1,no;NaN,yes      | but some are missing: a (1)
          no rows                |              | a,y                   | t.csv must have rows, but has none
          one class              |              | a,y;1,no;2,no         | must have two classes or more, but all labels are [no]
          quote never closes     |              | a,y;1,"no;2,yes;3,no  | does a quote never close?
          rows of unequal length |              | a,b,y;1,2,no;3,4      | t.csv:3: must have 3 fields as the header, but has 2
          test of another width  | test.path=${folder}/test.csv | a,b,y;1,2,no;3,4,yes | test.csv must have a column b, but has none
          """)
  void badCsv_isNamed(String name, String keys, String lines, String message) throws IOException {
    write("test.csv", "a,y\n1,no\n".getBytes(UTF_8));
    Path file = write("t.csv", (lines.replace(';', '\n') + "\n").getBytes(UTF_8));
    assertRefused("csv", file, keys == null ? "" : keys, message);
  }

  @Test
  void aMillionColumns_areTooMany() throws IOException {
    String header =
        IntStream.range(0, 1_000_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    Path file = write("t.csv", (header + "\n").getBytes(UTF_8));
    assertRefused("csv", file, "", "t.csv must have at most 100000 columns, but has more");
  }

  @Test
  void aGzipFileUnderAPlainName_isNamedWhereItIsCut() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write("a,y\n1,no\n2,yes\n3,no\n".getBytes(UTF_8));
    }
    byte[] whole = zipped.toByteArray();
    Path file = write("t.csv", Arrays.copyOf(whole, whole.length - 9));
    assertRefused("csv", file, "", "t.csv");
  }

  @Test
  void aLabelOutOfRange_andCutIdx_areNamed() throws IOException {
    Path set = Files.createDirectory(folder.resolve("idx"));
    for (String part : new String[] {"train", "t10k"}) {
      write("idx/" + part + "-images-idx3-ubyte", idx(new byte[3 * 4], 3, 2, 2));
      write("idx/" + part + "-labels-idx1-ubyte", idx(new byte[] {0, 1, 7}, 3));
    }
    assertRefused("idx", set, "classes=3", "must be 0 to 2, but was 7");
    byte[] images = idx(new byte[3 * 4], 3, 2, 2);
    write("idx/train-images-idx3-ubyte", Arrays.copyOf(images, images.length - 2));
    assertRefused("idx", set, "", "train-images-idx3-ubyte must have 12 values [3, 2, 2]");
  }

  private static byte[] idx(byte[] content, int... sizes) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * sizes.length + content.length);
    bytes.putInt(UNSIGNED_BYTES << 8 | sizes.length);
    Arrays.stream(sizes).forEach(bytes::putInt);
    return bytes.put(content).array();
  }

  @Test
  void arraysOfUnequalLength_areNamedByRow() {
    assertRefused("parquet", arrays("t.parquet", 3, 2), "", "t.parquet, row 4: column x must have");
    String test = "test.path=" + arrays("test.parquet", 2, 2);
    assertRefused("parquet", arrays("u.parquet", 3, 3), test, "test.parquet");
  }

  /** Four arrays, of which the last has {@code last} values. */
  private Path arrays(String name, int usual, int last) {
    return ParquetTableFile.write(
        folder.resolve(name),
        "repeated int32 x; required int32 y;",
        4,
        (row, i) -> {
          IntStream.range(0, i == 3 ? last : usual).forEach(j -> row.append("x", j));
          row.append("y", i % 2);
        });
  }

  @Test
  void imagesOfAnotherSize_orThatAreNone_areNamedByFileAndRow() {
    Binary large = ParquetTableFile.png(new byte[300], 0, 6, 5, 1);
    assertRefused(
        "parquet",
        images("t.parquet", large),
        "",
        "t.parquet, row 3: column x must be an image of 5 x 5 pixels");
    Binary none = Binary.fromConstantByteArray(new byte[] {1, 2, 3});
    assertRefused(
        "parquet",
        images("u.parquet", none),
        "",
        "u.parquet, row 3: column x must be a whole PNG or JPEG image");
  }

  /** Four images, of which the third is {@code odd}. */
  private Path images(String name, Binary odd) {
    Binary usual = ParquetTableFile.png(new byte[25], 0, 5, 5, 1);
    return ParquetTableFile.write(
        folder.resolve(name),
        "required binary x; required int32 y;",
        4,
        (row, i) -> row.append("x", i == 2 ? odd : usual).append("y", i % 2));
  }

  @Test
  void aParquetFileCutInTheMiddle_isNamed() throws IOException {
    byte[] whole = Files.readAllBytes(arrays("whole.parquet", 3, 3));
    Path file = write("t.parquet", Arrays.copyOf(whole, whole.length / 2));
    assertRefused("parquet", file, "", "t.parquet must be a whole Parquet file");
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private void assertRefused(String source, Path data, String keys, String message) {
    String more = keys.replace("${folder}", folder.toString());
    String labelled = source.equals("idx") ? "" : ", label = y";
    String section = "source = %s, path = \"%s\"%s".formatted(source, data, labelled);
    section += more.isEmpty() ? "" : ", " + quoted(more);
    Path run = folder.resolve("run");
    CommandRun ended =
        CommandRun.of(
            new SearchCommand(),
            CommandRun.conf(folder, CONF.formatted(section)),
            "--out",
            run.toString());
    assertEquals(2, ended.exit(), ended.err());
    assertTrue(ended.err().contains(message), ended.err());
    assertEquals(1, ended.err().lines().filter(line -> !line.isBlank()).count(), ended.err());
    assertEquals("", ended.out());
    assertFalse(Files.exists(run), "nothing is written");
  }

  /** Paths need quotes in a conf. */
  private static String quoted(String setting) {
    int value = setting.indexOf('=') + 1;
    return setting.startsWith("test.path")
        ? setting.substring(0, value) + '"' + setting.substring(value) + '"'
        : setting;
  }
}
