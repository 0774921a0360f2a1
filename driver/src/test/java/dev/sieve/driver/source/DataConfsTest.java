package dev.sieve.driver.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.DataSet;
import dev.sieve.data.ImageShape;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.driver.data.HadoopFolder;
import dev.sieve.driver.search.Search;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The confs in {@code conf/data} read files of the kind that they are for. */
class DataConfsTest {
  private static final Path CONFS = Path.of("..", "conf", "data");
  private static final int ROWS = 100_000;
  private static final int NUMBERS = 52;
  private static final List<String> TEXTS = List.of("spruce", "fir", "pine, lodgepole", "willow");

  @TempDir private Path folder;

  private static DataSet read(String conf, String... settings) {
    SearchConf search = ConfFile.read(CONFS.resolve(conf), List.of(settings), Map.of());
    DataSet set = search.source().open(HadoopFolder.places(new Configuration()));
    Search.check(search, set, Long.MAX_VALUE);
    return set;
  }

  @Test
  void mnist_readsImagesOfItsSize() throws IOException {
    write("train", 60_000);
    write("t10k", 10_000);
    DataSet set = read("mnist.conf", "data.path=" + folder);
    assertEquals(60_000, set.pool().count());
    assertEquals(10_000, set.test().count());
    assertEquals(10, set.classes());
    assertEquals(Optional.of(new ImageShape(28, 28, 1)), set.imageShape());
  }

  private void write(String part, int count) throws IOException {
    byte[] pixels = new byte[count * 784];
    new SplittableRandom(count).nextBytes(pixels);
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % 10);
    }
    idx(part + "-images-idx3-ubyte", pixels, count, 28, 28);
    idx(part + "-labels-idx1-ubyte", labels, count);
  }

  private void idx(String name, byte[] values, int... sizes) throws IOException {
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.writeInt(0x800 | sizes.length);
      for (int size : sizes) {
        out.writeInt(size);
      }
      out.write(values);
    }
  }

  /** A cell, or null where it is missing: columns of integers, fractions, flags and two of text. */
  private static Object cell(SplittableRandom random, int column) {
    if (random.nextInt(50) == 0) {
      return null;
    }
    if (column >= NUMBERS) {
      return TEXTS.get(random.nextInt(TEXTS.size()));
    }
    return switch (column % 3) {
      case 0 -> random.nextInt(8_000);
      case 1 -> (random.nextInt(2_000) - 1_000) / 8.0;
      default -> random.nextInt(2);
    };
  }

  @Test
  void aTable_isTheSameInCsvAndParquet() throws IOException {
    Path csv = folder.resolve("table.csv");
    SplittableRandom random = new SplittableRandom(1);
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(csv))) {
      StringJoiner names = new StringJoiner(",");
      for (int j = 0; j < NUMBERS + 2; j++) {
        names.add("c" + j);
      }
      out.println(names.add("class"));
      for (int i = 0; i < ROWS; i++) {
        StringJoiner line = new StringJoiner(",");
        for (int j = 0; j < NUMBERS + 2; j++) {
          Object cell = cell(random, j);
          line.add(cell == null ? "" : j >= NUMBERS ? "\"" + cell + "\"" : cell.toString());
        }
        out.println(line.add("" + (1 + i % 7)));
      }
    }
    DataSet one = read("table-csv.conf", "data.path=" + csv);
    assertEquals(80_000, one.pool().count());
    assertEquals(NUMBERS + 2 * TEXTS.size(), one.width());
    assertEquals(List.of("1", "2", "3", "4", "5", "6", "7"), one.classNames());
    DataSet other = read("table-parquet.conf", "data.path=" + parquet());
    assertEquals(one.fingerprint(), other.fingerprint());
  }

  private Path parquet() {
    List<String> fields = new ArrayList<>();
    for (int j = 0; j < NUMBERS + 2; j++) {
      String type = j >= NUMBERS ? "binary c%d (STRING)" : j % 3 == 1 ? "double c%d" : "int32 c%d";
      fields.add("optional " + type.formatted(j) + ";");
    }
    SplittableRandom random = new SplittableRandom(1);
    return ParquetTableFile.write(
        folder.resolve("table.parquet"),
        String.join(" ", fields) + " required int32 class;",
        ROWS,
        (row, i) -> {
          for (int j = 0; j < NUMBERS + 2; j++) {
            append(row, "c" + j, cell(random, j));
          }
          row.append("class", 1 + i % 7);
        });
  }

  private static void append(Group row, String name, Object cell) {
    if (cell instanceof Integer integer) {
      row.append(name, integer);
    } else if (cell instanceof Double number) {
      row.append(name, number);
    } else if (cell instanceof String text) {
      row.append(name, text);
    }
  }

  @Test
  void cifar100_readsTheFolderOfItsFiles() throws IOException {
    Path files = Files.createDirectories(folder.resolve("cifar-100-binary"));
    Files.write(files.resolve("train.bin"), new byte[50_000 * 3074]);
    Files.write(files.resolve("test.bin"), new byte[10_000 * 3074]);
    DataSet set = read("cifar100.conf", "data.path=" + folder);
    assertEquals(100, set.classes());
    assertTrue(set.classNames().contains("willow_tree"));
  }
}
