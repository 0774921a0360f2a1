package dev.sieve.data.cifar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.ByteValues;
import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.source.DataFolder;
import dev.sieve.data.source.MemoryFolder;
import dev.sieve.data.source.Places;
import dev.sieve.sample.RandomStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CIFAR-100, and whatever people take for the files of either. */
class CifarFormsTest {
  private static final int RECORD = 3074;
  private static final byte[] TRAIN = records(5);
  private static final MemoryFolder HUNDRED =
      new MemoryFolder().with("train.bin", TRAIN).with("test.bin", records(2));

  /** Returns records whose labels are 3 and 70, of random pixels. */
  private static byte[] records(int count) {
    byte[] bytes = new byte[count * RECORD];
    RandomStream stream = new RandomStream(count);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] =
          switch (i % RECORD) {
            case 0 -> 3;
            case 1 -> 70;
            default -> (byte) stream.nextLong();
          };
    }
    return bytes;
  }

  private static DataSet read(DataFolder folder, Cifar100Labels labels) {
    return new CifarReader(folder, Cifar100Source.layout(labels, 5, 2)).read();
  }

  @Test
  void fineAndCoarseLabels_areTwoClassesOfTheSameImages() {
    DataSet fine = read(HUNDRED, Cifar100Labels.FINE);
    DataSet coarse = read(HUNDRED, Cifar100Labels.COARSE);
    assertEquals(100, fine.classes());
    assertEquals("rose", fine.classNames().get(fine.pool().labels().of(4)));
    assertEquals(20, coarse.classes());
    assertEquals("food_containers", coarse.classNames().get(coarse.test().labels().of(1)));
    assertArrayEquals(
        Arrays.copyOfRange(TRAIN, 4 * RECORD + 2, 5 * RECORD),
        Arrays.copyOfRange(((ByteValues) fine.pool().values()).block(4), 4 * 3072, 5 * 3072));
  }

  @Test
  void aLabelBeyondTheClasses_isNamed() {
    byte[] spoilt = TRAIN.clone();
    spoilt[RECORD] = 20;
    MemoryFolder folder = new MemoryFolder().with("train.bin", spoilt).with("test.bin", records(2));
    assertEquals(
        "label of record 1 (from 0) of train.bin in memory must be 0 to 19, but was 20",
        assertThrows(DataException.class, () -> read(folder, Cifar100Labels.COARSE)).getMessage());
  }

  @Test
  void anArchive_orAPlainOne_equalsItsFolder() throws IOException {
    String fingerprint =
        new CifarReader(Cifar10Files.folder(), Cifar10.layout(Cifar10Files.RECORDS))
            .read()
            .fingerprint();
    byte[] zipped = Cifar10Files.Archive.whole().toBytes();
    byte[] plain = new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes();
    for (String name : new String[] {"cifar-10-binary.tar", "my.tar"}) {
      for (byte[] archive : new byte[][] {plain, zipped}) {
        MemoryFolder folder = new MemoryFolder().with(name, archive);
        assertEquals(
            fingerprint,
            new CifarReader(folder, Cifar10.layout(Cifar10Files.RECORDS)).read().fingerprint());
      }
    }
  }

  @Test
  void theFolderOneLevelUp_isRead() {
    Map<String, DataFolder> tree =
        Map.of("data", new MemoryFolder(), "data/cifar-100-binary", HUNDRED);
    Places places =
        path -> {
          if (!tree.containsKey(path)) {
            throw new DataException("there is no " + path);
          }
          return tree.get(path);
        };
    CifarLayout layout = Cifar100Source.layout(Cifar100Labels.FINE, 5, 2);
    assertEquals(HUNDRED, Unpacked.folder("data", "cifar-100-binary", layout, places));
    DataFolder other = Unpacked.folder("data", "cifar-10-batches-bin", layout, places);
    assertEquals(tree.get("data"), other, "to name what is missing there");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10  | data_batch_1              | (data_batch_1 is for Python; the binary version is at https://www.cs.toronto.edu/~kriz/cifar.html)
          10  | cifar-10-python.tar.gz    | (cifar-10-python.tar.gz is for Python; the binary version is at https://www.cs.toronto.edu/~kriz/cifar.html)
          10  | train.bin                 | (train.bin is CIFAR-100's: source = cifar100)
          10  | cifar-100-binary.tar.gz   | (cifar-100-binary.tar.gz is CIFAR-100's: source = cifar100)
          10  | cifar-10.zip              | (cifar-10.zip is a zip file, which is not read; the binary version is at https://www.cs.toronto.edu/~kriz/cifar.html)
          100 | data_batch_1.bin          | (data_batch_1.bin is CIFAR-10's: source = cifar10)
          """)
  void filesOfAnotherKind_areNamed(int classes, String file, String hint) {
    MemoryFolder folder = new MemoryFolder().with(file, new byte[9]);
    CifarLayout layout =
        classes == 10
            ? Cifar10.layout(Cifar10Files.RECORDS)
            : Cifar100Source.layout(Cifar100Labels.FINE, 5, 2);
    String message =
        assertThrows(DataException.class, () -> new CifarReader(folder, layout).read())
            .getMessage();
    assertTrue(message.endsWith(hint), message);
    assertTrue(message.startsWith("memory must hold CIFAR-" + classes + "'s "), message);
  }
}
