package dev.sieve.data.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.ByteValues;
import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.FloatValues;
import dev.sieve.data.ImageShape;
import dev.sieve.data.Values;
import dev.sieve.data.source.MemoryFolder;
import dev.sieve.data.source.Settings;
import dev.sieve.data.source.SourceKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class CsvTest {
  private static final String TEST = "a,b,y\n1,0.5,no\n2,7,yes\n";

  /** Of the defaults of reference.conf, with {@code given} on top. */
  private record Given(Map<String, Object> values) implements Settings.Reader {
    @Override
    public <T> Optional<T> read(SourceKey<T> key) {
      return Optional.ofNullable(values.get(key.path())).map(key.format()::read);
    }
  }

  private static DataSet read(Map<String, Object> given, MemoryFolder pool, MemoryFolder test) {
    Map<String, Object> values = new HashMap<>();
    values.put("path", "pool");
    values.put("test.path", "test");
    values.put("test.share", 0.25);
    values.put("label", "y");
    values.put("features", "*");
    values.put("missing", "refuse");
    values.put("categories", "refuse");
    values.put("levels", 3);
    values.putAll(given);
    values.values().removeIf("none"::equals);
    return CsvSource.KIND
        .read(new Given(values))
        .orElseThrow()
        .open(path -> path.equals("pool") ? pool : test);
  }

  private static MemoryFolder file(String text) {
    return new MemoryFolder().with("d.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static DataSet read(Map<String, Object> given, String pool, String test) {
    return read(given, file(pool), file(test));
  }

  private static DataSet read(String pool) {
    return read(Map.of(), pool, TEST);
  }

  private static String refusal(Map<String, Object> given, String pool, String test) {
    return assertThrows(DataException.class, () -> read(given, pool, test)).getMessage();
  }

  private static float[] row(Values values, int row) {
    if (values instanceof FloatValues floats) {
      int at = floats.at(row);
      return Arrays.copyOfRange(floats.block(row), at, at + values.width());
    }
    ByteValues bytes = (ByteValues) values;
    float[] copy = new float[values.width()];
    for (int j = 0; j < copy.length; j++) {
      copy[j] = bytes.block(row)[bytes.at(row) + j] & 0xFF;
    }
    return copy;
  }

  @Test
  void numbers_areKeptAsFloats_andLabelsByTheirNames() {
    DataSet set = read("a,b,y\n1,-2.5e1,yes\n3,4,no\n 5 ,\"6\",yes\n");
    assertInstanceOf(FloatValues.class, set.pool().values());
    assertArrayEquals(new float[] {1, -25}, row(set.pool().values(), 0));
    assertArrayEquals(new float[] {5, 6}, row(set.pool().values(), 2));
    assertEquals(List.of("no", "yes"), set.classNames());
    assertArrayEquals(new int[] {1, 0, 1}, set.pool().labels().toArray());
    assertArrayEquals(new int[] {0, 1}, set.test().labels().toArray());
    assertEquals(List.of(new DataSet.Part("d", 3)), set.parts());
  }

  @Test
  void integersUpTo255_areKeptAsBytes() {
    DataSet set = read(Map.of(), "a,y\n0,1\n255,0\n", "a,y\n7,0\n");
    assertInstanceOf(ByteValues.class, set.pool().values());
    assertArrayEquals(new float[] {255}, row(set.pool().values(), 1));
    assertEquals(List.of(), set.classNames(), "0 and 1 are their own names");
  }

  @Test
  void oneValueThatIsNoByte_makesAllFloats_alsoInTheTestFile() {
    DataSet set = read(Map.of(), "a,y\n0,1\n255,0\n", "a,y\n256,0\n");
    assertInstanceOf(FloatValues.class, set.pool().values());
    assertArrayEquals(new float[] {255}, row(set.pool().values(), 1));
  }

  @Test
  void integerLabels_areSortedByNumber_andKeepTheirNames() {
    DataSet set = read(Map.of(), "a,y\n1,10\n2,9\n3,010\n", "a,y\n1,9\n");
    assertEquals(List.of("9", "10"), set.classNames());
    assertArrayEquals(new int[] {1, 0, 1}, set.pool().labels().toArray());
  }

  @Test
  void features_areTakenInTheOrderTheyAreNamed_byNameInEachFile() {
    DataSet set =
        read(Map.of("features", List.of("b", "a")), "x,a,b,y\nt,1,2,no\nt,3,4,yes\n", TEST);
    assertArrayEquals(new float[] {2, 1}, row(set.pool().values(), 0));
    assertArrayEquals(new float[] {0.5f, 1}, row(set.test().values(), 0));
  }

  @Test
  void aShare_testsAlwaysTheSameRows_andTheRestKeepsItsOrder() {
    String rows =
        IntStream.range(0, 40).mapToObj(i -> i + "," + i % 2).collect(Collectors.joining("\n"));
    Map<String, Object> share = Map.of("test.path", "none");
    DataSet set = read(share, "a,y\n" + rows, TEST);
    assertEquals(30, set.pool().count());
    assertEquals(10, set.test().count());
    assertEquals(List.of(new DataSet.Part("d", 30)), set.parts());
    float before = -1;
    for (int i = 0; i < 30; i++) {
      float value = row(set.pool().values(), i)[0];
      assertTrue(value > before);
      assertEquals((int) value % 2, set.pool().labels().of(i));
      before = value;
    }
    assertEquals(set.fingerprint(), read(share, "a,y\n" + rows, TEST).fingerprint());
  }

  @Test
  void noShare_leavesNothingToTest() {
    DataSet set = read(Map.of("test.path", "none", "test.share", 0), "a,y\n1,0\n2,1\n", TEST);
    assertEquals(2, set.pool().count());
    assertEquals(0, set.test().count());
    assertEquals(64, set.fingerprint().length());
  }

  @Test
  void aColumn_splitsRows_andIsNoFeature() {
    Map<String, Object> split = Map.of("test.path", "none", "split", "use");
    String rows = "0,1,test\n1,0,train\n2,1,validation\n3,1,train\n4,1,test\n";
    DataSet set = read(split, "a,y,use\n" + rows, TEST);
    assertEquals(
        List.of(new DataSet.Part("train", 2), new DataSet.Part("validation", 1)), set.parts());
    assertArrayEquals(new float[] {1}, row(set.pool().values(), 0));
    assertArrayEquals(new float[] {3}, row(set.pool().values(), 1));
    assertArrayEquals(new float[] {2}, row(set.pool().values(), 2));
    assertArrayEquals(new float[] {4}, row(set.test().values(), 1));
    assertArrayEquals(new int[] {0, 1, 1}, set.pool().labels().toArray());
  }

  @Test
  void badSplits_areNamed() {
    Map<String, Object> split = Map.of("test.path", "none", "split", "use");
    assertEquals(
        "memory/d.csv:3: column use must be train, validation or test, but was \"dev\"",
        refusal(split, "a,y,use\n1,0,train\n2,1,dev\n", TEST));
    assertEquals(
        "memory/d.csv:2: column use must be train, validation or test, but was \"\"",
        refusal(split, "a,y,use\n1,0,\n", TEST));
    assertEquals(
        "column use of pool must have rows for train and for validation, but has 2 and 0",
        refusal(split, "a,y,use\n1,0,train\n2,1,train\n", TEST));
    assertTrue(
        refusal(split, "a,y\n1,0\n", TEST).startsWith("memory/d.csv must have a column use"));
    assertTrue(
        refusal(Map.of("split", "use"), "a,y,use\n1,0,train\n", TEST)
            .startsWith("split and test.path must not both be given"));
  }

  @Test
  void textsOfTestRowsAlone_haveNoInput() {
    DataSet set =
        read(
            Map.of("test.path", "none", "split", "use", "categories", "onehot"),
            "c,y,use\nred,0,train\nblue,1,validation\nayu,1,test\n",
            TEST);
    assertEquals(2, set.width());
    assertArrayEquals(new float[] {0, 0}, row(set.test().values(), 0));
  }

  @Test
  void severalFiles_areParts_zippedOrNot() throws IOException {
    MemoryFolder folder =
        new MemoryFolder()
            .with("b.csv", zipped("y,a,b\nyes,3,4\n"))
            .with("a.csv.gz", zipped("a,b,y\n1,2,no\n"))
            .with("notes.txt", new byte[9]);
    DataSet set = read(Map.of(), folder, file(TEST));
    assertEquals(List.of(new DataSet.Part("a", 1), new DataSet.Part("b", 1)), set.parts());
    assertArrayEquals(new float[] {3, 4}, row(set.pool().values(), 1));
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void missingValues_areRefusedByNameAndCount() {
    assertEquals(
        "pool must have a value in each cell (or missing = mean or zero), but some are missing:"
            + " a (1), b (2)",
        refusal(Map.of(), "a,b,y\n1,,no\n,NaN,yes\n", TEST));
  }

  @Test
  void missingValues_areLeftToTheTrainingExamplesMean_orZero() {
    String pool = "a,b,y\n1,,no\n5,NA,yes\n?,null,no\n";
    DataSet mean = read(Map.of("missing", "mean"), pool, "a,b,y\n,8,no\n");
    assertArrayEquals(new float[] {5, Float.NaN}, row(mean.pool().values(), 1));
    assertArrayEquals(new float[] {Float.NaN, 8}, row(mean.test().values(), 0));
    assertTrue(((FloatValues) mean.pool().values()).mayMiss());
    DataSet onlyInTest = read(Map.of("missing", "mean"), "a,y\n0.5,no\n1,yes\n", "a,y\n,no\n");
    assertTrue(((FloatValues) onlyInTest.pool().values()).mayMiss(), "fitted on the pool");
    DataSet zero = read(Map.of("missing", "zero"), pool, "a,b,y\n,8,no\n");
    assertArrayEquals(new float[] {0, 0}, row(zero.pool().values(), 2));
  }

  @Test
  void categories_becomeAnInputForEachText_sorted() {
    DataSet set =
        read(
            Map.of("categories", "onehot", "missing", "zero"),
            "c,a,y\nred,1,no\nblue,2,yes\n,3,no\nred,4,no\n",
            "c,a,y\nblue,1,no\ngreen,2,yes\n");
    assertArrayEquals(new float[] {0, 1, 1}, row(set.pool().values(), 0));
    assertArrayEquals(new float[] {1, 0, 2}, row(set.pool().values(), 1));
    assertArrayEquals(new float[] {0, 0, 3}, row(set.pool().values(), 2));
    assertArrayEquals(new float[] {1, 0, 1}, row(set.test().values(), 0));
    assertArrayEquals(new float[] {0, 0, 2}, row(set.test().values(), 1), "not seen in the pool");
  }

  @Test
  void aShape_makesImagesOfTheInputs() {
    DataSet set =
        read(Map.of("shape", List.of(1, 2, 1)), "a,b,y\n1,2,no\n3,4,yes\n", "a,b,y\n1,2,no\n");
    assertEquals(Optional.of(new ImageShape(1, 2, 1)), set.imageShape());
  }

  @Test
  void badData_isNamedInOneLine() {
    assertRefused("a,b,y\n1,2,no\n1,x3,yes\n", "memory/d.csv:3: column b must be a number, but");
    assertRefused("a,b,y\nred,2,no\n", "memory/d.csv:2: column a must be a number (text needs");
    assertRefused("a,b,y\n1,\"2,5\",no\n", "but was \"2,5\"");
    assertRefused(
        "a,b,y\n1,2,no\n1,2\n", "memory/d.csv:3: must have 3 fields as the header, but has 2");
    assertRefused("a,b,y\n1,2,no,4\n", "must have 3 fields as the header, but has 4");
    assertRefused(
        "a,b,z\n1,2,no\n", "memory/d.csv must have a column y, but has none: known are a, b, z");
    assertRefused("a,b,y\n", "pool must have rows, but has none");
    assertRefused("", "memory/d.csv must have a line of column names, but is empty");
    assertRefused(
        "a,b,y\n1,2,no\n3,4,no\n", "must have two classes or more, but all labels are [no]");
    assertRefused(
        "a,b,y\n1,2,no\n3,4,\n", "memory/d.csv:3: column y must hold a label, but has none");
    assertRefused("a;b;y\n1;2;no\n", "must have its columns separated by commas");
    assertRefused(
        "a,a,y\n1,2,no\n", "columns of memory/d.csv must have different names, but two are a");
    assertRefused(",a,y\n1,2,no\n", "the one at 1 has none: name the features");
    assertRefused("a,b,y\n1,1e39,no\n", "must be a finite number of at most 3.4e38");
    assertRefused("y\nno\n", "memory/d.csv must have a column beside the label");
    assertRefused("a,b,y\n1,2,no\n1,\"2,yes\n3,4,no\n", "does a quote never close?");
    assertRefused("a,b,y\n1,2,no\n1,2,\"yes\n3,4,no\n", "does a quote never close?");
  }

  private static void assertRefused(String pool, String message) {
    String refusal = refusal(Map.of(), pool, TEST);
    assertTrue(refusal.contains(message), refusal);
    assertEquals(1, refusal.lines().count(), refusal);
  }

  @Test
  void badSettings_areNamed() {
    String pool = "a,b,y\n1,2,no\n3,4,yes\n";
    String unknown = refusal(Map.of("features", List.of("a", "bb")), pool, TEST);
    assertTrue(unknown.endsWith("has none: known are a, b, y; did you mean b?"), unknown);
    String label = refusal(Map.of("features", List.of("a", "y")), pool, TEST);
    assertEquals("features must be other columns than the label y", label);
    String shape = refusal(Map.of("shape", List.of(2, 2, 1)), pool, TEST);
    assertEquals("shape must be that of 2 values, which pool has, but was [2, 2, 1]", shape);
    String share = refusal(Map.of("test.path", "none", "test.share", 0.9), pool, TEST);
    assertEquals("test.share must leave rows to train on, but takes all 2 of pool", share);
    String levels =
        refusal(Map.of("categories", "onehot"), "a,y\np,0\nq,1\nr,0\ns,1\n", "a,y\np,0\n");
    assertTrue(levels.contains("d.csv:5: column a must have at most 3 different texts"), levels);
  }

  @Test
  void badTestFiles_areNamed() {
    String pool = "a,b,y\n1,2,no\n3,4,yes\n";
    String column = refusal(Map.of(), pool, "a,y\n1,no\n");
    assertTrue(column.contains("must have a column b, but has none"), column);
    String label = refusal(Map.of(), pool, "a,b,y\n1,2,maybe\n");
    assertEquals(
        "memory/d.csv:2: column y must be a label that occurs in pool, but was maybe", label);
    assertEquals("test must have rows, but has none", refusal(Map.of(), pool, "a,b,y\n"));
  }

  @Test
  void aMillionColumns_areRefused() {
    String header =
        IntStream.range(0, 1_000_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    assertRefused(header + "\n", "memory/d.csv must have at most 100000 columns, but has more");
  }

  @Test
  void zippedFilesCutAnywhere_areRefused() throws IOException {
    byte[] whole = zipped("a,b,y\n" + "1,2,no\n3,4,yes\n".repeat(50));
    for (int length = 0; length < whole.length; length++) {
      MemoryFolder cut = new MemoryFolder().with("d.csv", Arrays.copyOf(whole, length));
      assertThrows(DataException.class, () -> read(Map.of(), cut, file(TEST)));
    }
  }

  @Test
  void numbers_areReadAsJavaReadsThem_inAnyLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      for (String text :
          List.of(
              "0",
              "-0.0",
              "12345.678e-3",
              "1e22",
              "9007199254740993",
              ".5",
              "5.",
              "1E+5",
              "0.1234567890123456789",
              "123456789012345678901234567890",
              "4.9e-324",
              "1e999")) {
        assertEquals(Double.parseDouble(text), Decimal.parse(text.toCharArray(), 0, text.length()));
      }
      for (String text :
          List.of(
              "", "-", ".", "1e", "1e+", "1d", "0x1", "1,5", "1.2.3", "e5", "Infinity", "1 2")) {
        assertTrue(Double.isNaN(Decimal.parse(text.toCharArray(), 0, text.length())), text);
      }
    } finally {
      Locale.setDefault(before);
    }
  }
}
