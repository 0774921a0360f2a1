package dev.sieve.data.cifar;

import dev.sieve.data.ByteValues;
import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.Examples;
import dev.sieve.data.ImageShape;
import dev.sieve.data.Labels;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The six files of CIFAR-10 on their way into two pairs of arrays, in which they end: there is
 * never a second copy. A file is a row of records, each one byte of label and 3072 of pixels.
 */
final class Cifar10Batches {
  private static final String TEST = "test_batch.bin";

  /** The names of all files: the pool's in its order, then the test images'. */
  static final List<String> FILES =
      List.of(
          "data_batch_1.bin",
          "data_batch_2.bin",
          "data_batch_3.bin",
          "data_batch_4.bin",
          "data_batch_5.bin",
          TEST);

  private static final int BATCHES = FILES.size() - 1;
  private static final int PIXELS = ImageShape.CIFAR10.inputs();
  private static final int RECORD = 1 + PIXELS;

  /** Records read at once; about 200 KB, so that they stay in the cache until they are copied. */
  private static final int CHUNK = 64;

  private final int records;
  private final Bytes train;
  private final Bytes test;
  private final byte[] chunk = new byte[CHUNK * RECORD];
  private final Set<String> done = new HashSet<>();

  /** Pixels and labels of a number of images, on the way to become {@link Examples}. */
  private static final class Bytes {
    private final byte[] pixels;
    private final int[] labels;

    Bytes(int images) {
      pixels = new byte[Math.multiplyExact(images, PIXELS)];
      labels = new int[images];
    }

    Examples toExamples() {
      return new Examples(
          new ByteValues(PIXELS, pixels), new Labels(Cifar10.CLASS_NAMES.size(), labels));
    }
  }

  /**
   * @param records in each file
   */
  Cifar10Batches(int records) {
    this.records = records;
    this.train = new Bytes(BATCHES * records);
    this.test = new Bytes(records);
  }

  /** Returns the bytes that each file must have. */
  long fileLength() {
    return (long) records * RECORD;
  }

  /** Throws {@link DataException} unless {@code length} is what a whole file has. */
  void checkLength(String file, long length, String location) {
    if (length != fileLength()) {
      throw new DataException(
          "%s in %s must have %d bytes (%d records of %d), but has %d"
              .formatted(file, location, fileLength(), records, RECORD, length));
    }
  }

  /**
   * Reads one of {@link #FILES} from its start, and not beyond its length.
   *
   * @throws EOFException where {@code in} ends before
   * @throws DataException where a label is over 9, or the file was read before
   */
  void read(String file, InputStream in, String location) throws IOException {
    if (!done.add(file)) {
      throw new DataException("%s must hold %s once, but has it twice".formatted(location, file));
    }
    boolean isTest = file.equals(TEST);
    int first = isTest ? 0 : FILES.indexOf(file) * records;
    for (int record = 0; record < records; record += CHUNK) {
      int count = Math.min(CHUNK, records - record);
      int got = in.readNBytes(chunk, 0, count * RECORD);
      if (got < count * RECORD) {
        throw new EOFException(
            "%s in %s must have %d bytes, but ended after %d"
                .formatted(file, location, fileLength(), (long) record * RECORD + got));
      }
      checkLabels(file, record, count, location);
      copy(count, isTest ? test : train, first + record);
    }
  }

  private void checkLabels(String file, int record, int count, String location) {
    for (int i = 0; i < count; i++) {
      int label = chunk[i * RECORD] & 0xFF;
      if (label >= Cifar10.CLASS_NAMES.size()) {
        throw new DataException(
            "label of record %d (from 0) of %s in %s must be 0 to 9, but was %d"
                .formatted(record + i, file, location, label));
      }
    }
  }

  /**
   * Writes the first {@code count} records of the chunk to {@code to}, from image {@code first}.
   */
  private void copy(int count, Bytes to, int first) {
    for (int i = 0; i < count; i++) {
      to.labels[first + i] = chunk[i * RECORD];
      System.arraycopy(chunk, i * RECORD + 1, to.pixels, (first + i) * PIXELS, PIXELS);
    }
  }

  /** Returns the files that were not read yet, in their order. */
  List<String> missing() {
    return FILES.stream().filter(file -> !done.contains(file)).toList();
  }

  /** Returns the images; to be called when nothing is missing. */
  DataSet toDataSet() {
    return new DataSet(
        Cifar10Source.NAME,
        train.toExamples(),
        parts(records),
        test.toExamples(),
        Cifar10.CLASS_NAMES,
        ImageShape.CIFAR10);
  }

  /** Returns the parts of the pool, where each file has so many {@code records}. */
  static List<DataSet.Part> parts(int records) {
    return FILES.subList(0, BATCHES).stream()
        .map(file -> new DataSet.Part(file.substring(0, file.indexOf('.')), records))
        .toList();
  }
}
