package dev.sieve.data.idx;

import static dev.sieve.data.idx.IdxFiles.TEST_IMAGES;
import static dev.sieve.data.idx.IdxFiles.TEST_LABELS;
import static dev.sieve.data.idx.IdxFiles.TRAIN_IMAGES;
import static dev.sieve.data.idx.IdxFiles.TRAIN_LABELS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.ByteValues;
import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.ImageShape;
import dev.sieve.data.source.DataFolder;
import dev.sieve.data.source.LeastSize;
import dev.sieve.data.source.MemoryFolder;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxTest {
  private static final DataSet WHOLE = read(IdxFiles.folder());

  private static DataSet read(DataFolder folder) {
    return new Idx(folder, Optional.empty()).read();
  }

  private static String refusal(DataFolder folder) {
    return assertThrows(DataException.class, () -> read(folder)).getMessage();
  }

  @Test
  void images_haveTheShapeAndClassesOfTheirFiles() {
    assertEquals(Optional.of(new ImageShape(4, 5, 1)), WHOLE.imageShape());
    assertEquals(3, WHOLE.classes());
    assertEquals(30, WHOLE.pool().count());
    assertEquals(12, WHOLE.test().count());
    assertEquals(2, WHOLE.pool().labels().of(5));
  }

  @Test
  void values_areTheBytesBehindTheHeader() {
    ByteValues values = (ByteValues) WHOLE.pool().values();
    byte[] file = IdxFiles.images(30, 4, 5);
    assertArrayEquals(
        Arrays.copyOfRange(file, 16 + 7 * 20, 16 + 8 * 20),
        Arrays.copyOfRange(values.block(7), values.at(7), values.at(7) + 20));
  }

  /** Names of one kind each, with dots, EMNIST's, and compressed under either name. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "train-images.idx3-ubyte train-labels.idx1-ubyte t10k-images.idx3-ubyte t10k-labels.idx1-ubyte",
        "emnist-letters-train-images-idx3-ubyte emnist-letters-train-labels-idx1-ubyte"
            + " emnist-letters-test-images-idx3-ubyte emnist-letters-test-labels-idx1-ubyte",
        "train-images-idx3-ubyte.gz train-labels-idx1-ubyte.gz t10k-images-idx3-ubyte.gz"
            + " t10k-labels-idx1-ubyte.gz"
      })
  void filesOfOtherNames_plainOrZipped_areTheSameData(String names) {
    String[] files = names.split(" ", -1);
    String[] usual = {TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS};
    MemoryFolder plain = new MemoryFolder();
    MemoryFolder zipped = new MemoryFolder();
    for (int i = 0; i < files.length; i++) {
      byte[] content = content(usual[i]);
      plain.with(files[i], content);
      zipped.with(files[i], IdxFiles.zipped(content));
    }
    assertEquals(WHOLE.fingerprint(), read(plain).fingerprint());
    assertEquals(WHOLE.fingerprint(), read(zipped).fingerprint());
  }

  private static byte[] content(String file) {
    try (var in = IdxFiles.folder().open(file)) {
      return in.readAllBytes();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void rowsOfBytes_areNoImages() {
    DataSet rows =
        read(
            IdxFiles.folder()
                .with(TRAIN_IMAGES, IdxFiles.images(30, 7))
                .with(TEST_IMAGES, IdxFiles.images(12, 7)));
    assertEquals(Optional.empty(), rows.imageShape());
    assertEquals(7, rows.width());
  }

  @Test
  void classes_mayBeMoreThanOccur() {
    assertEquals(9, new Idx(IdxFiles.folder(), Optional.of(9)).read().classes());
  }

  @Test
  void aLabelBeyondTheClasses_isNamed() {
    Idx two = new Idx(IdxFiles.folder(), Optional.of(2));
    assertEquals(
        "label of example 2 (from 0) of memory/train-labels-idx1-ubyte must be 0 to 1, but was 2",
        assertThrows(DataException.class, two::read).getMessage());
  }

  @Test
  void aMissingFile_isNamed() {
    String message = refusal(IdxFiles.folder().without(TEST_LABELS));
    assertTrue(message.endsWith("but has no test-labels"), message);
  }

  @Test
  void filesOfTwoSets_areRefused() {
    MemoryFolder folder =
        IdxFiles.folder().with("emnist-digits-train-images-idx3-ubyte", new byte[0]);
    assertTrue(refusal(folder).contains("holds those of , emnist-digits"), refusal(folder));
  }

  @Test
  void testImagesOfAnotherSize_areRefused() {
    String message = refusal(IdxFiles.folder().with(TEST_IMAGES, IdxFiles.images(12, 5, 5)));
    assertEquals(
        "memory/t10k-images-idx3-ubyte must have the dimensions of memory/train-images-idx3-ubyte"
            + " after the first, [4, 5], but has [5, 5]",
        message);
  }

  @Test
  void fewerLabelsThanImages_areRefused() {
    String message = refusal(IdxFiles.folder().with(TRAIN_LABELS, IdxFiles.labels(29, 3)));
    assertTrue(message.contains("a label for each of the 30 examples"), message);
  }

  @Test
  void oneClassOnly_isRefused() {
    MemoryFolder folder =
        IdxFiles.folder()
            .with(TRAIN_LABELS, IdxFiles.labels(30, 1))
            .with(TEST_LABELS, IdxFiles.labels(12, 1));
    assertTrue(refusal(folder).endsWith("of two classes or more, but all are 0"), refusal(folder));
  }

  @Test
  void noExamples_areRefused() {
    String message = refusal(IdxFiles.folder().with(TRAIN_IMAGES, IdxFiles.images(0, 4, 5)));
    assertTrue(message.contains("dimensions of 1 or more, but has [0, 4, 5]"), message);
  }

  @Test
  void floats_areRefusedByName() {
    byte[] floats = IdxFiles.idx(0x0D, new byte[30 * 20 * 4], 30, 4, 5);
    String message = refusal(IdxFiles.folder().with(TRAIN_IMAGES, floats));
    assertTrue(message.endsWith("must be an IDX file of unsigned bytes, but: floats"), message);
  }

  @Test
  void aFileCutAnywhere_orWithOneByteMore_isRefused() {
    byte[] whole = IdxFiles.images(30, 4, 5);
    for (int length = 0; length < whole.length; length++) {
      refusal(IdxFiles.folder().with(TRAIN_IMAGES, Arrays.copyOf(whole, length)));
    }
    String longer =
        refusal(IdxFiles.folder().with(TRAIN_IMAGES, Arrays.copyOf(whole, whole.length + 1)));
    assertTrue(longer.contains("must have 600 values [30, 4, 5] after its header"), longer);
  }

  @Test
  void zippedFilesCutAnywhere_areRefused() {
    byte[] whole = IdxFiles.zipped(IdxFiles.labels(30, 3));
    for (int length = 0; length < whole.length; length++) {
      refusal(IdxFiles.folder().with(TRAIN_LABELS, Arrays.copyOf(whole, length)));
    }
  }

  @Test
  void headsTellTheSize_ofZippedFilesToo() {
    MemoryFolder zipped =
        IdxFiles.folder().with(TRAIN_IMAGES, IdxFiles.zipped(IdxFiles.images(30, 4, 5)));
    assertEquals(
        new LeastSize(42, 20, 1), new Idx(zipped, Optional.empty()).leastSize(), "30 and 12");
  }

  /** A header that promises 2³¹ images is believed as far as they come. */
  @Test
  void aHeaderThatPromisesTooMuch_takesNoMemory() {
    byte[] lying = IdxFiles.idx(0x08, new byte[600], Integer.MAX_VALUE, 4, 5);
    String message = refusal(IdxFiles.folder().with(TRAIN_IMAGES, lying));
    assertTrue(message.endsWith("but ends after 600"), message);
  }
}
