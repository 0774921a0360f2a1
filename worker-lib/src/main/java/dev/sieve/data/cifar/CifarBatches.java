package dev.sieve.data.cifar;

import dev.sieve.Texts;
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
 * The files of CIFAR on their way into two pairs of arrays, in which they end: there is never a
 * second copy.
 */
final class CifarBatches {
  private static final int PIXELS = CifarLayout.PIXELS;

  /** Records read at once; about 200 KB, so that they stay in the cache until they are copied. */
  private static final int CHUNK = 64;

  private final CifarLayout layout;
  private final Bytes train;
  private final Bytes test;
  private final byte[] chunk;
  private final Set<String> done = new HashSet<>();

  /** Pixels and labels of a number of images, on the way to become {@link Examples}. */
  private static final class Bytes {
    private final byte[] pixels;
    private final int[] labels;

    Bytes(int images) {
      pixels = new byte[Math.multiplyExact(images, PIXELS)];
      labels = new int[images];
    }

    Examples toExamples(int classes) {
      return new Examples(new ByteValues(PIXELS, pixels), new Labels(classes, labels));
    }
  }

  CifarBatches(CifarLayout layout) {
    this.layout = layout;
    this.train = new Bytes(layout.pool());
    this.test = new Bytes(layout.records(layout.testFile()));
    this.chunk = new byte[CHUNK * layout.record()];
  }

  /** Throws {@link DataException} unless {@code length} is what a whole file has. */
  void checkLength(String file, long length, String location) {
    if (length != layout.length(file)) {
      throw new DataException(
          Texts.format(
              "%s in %s must have %d bytes (%d records of %d), but has %d",
              file, location, layout.length(file), layout.records(file), layout.record(), length));
    }
  }

  /**
   * Reads one of the files from its start, and not beyond its length.
   *
   * @throws EOFException where {@code in} ends before
   * @throws DataException where a label is beyond the classes, or the file was read before
   */
  void read(String file, InputStream in, String location) throws IOException {
    if (!done.add(file)) {
      throw new DataException(
          Texts.format("%s must hold %s once, but has it twice", location, file));
    }
    boolean isTest = file.equals(layout.testFile());
    int first = isTest ? 0 : layout.before(file);
    int records = layout.records(file);
    for (int record = 0; record < records; record += CHUNK) {
      int count = Math.min(CHUNK, records - record);
      int got = in.readNBytes(chunk, 0, count * layout.record());
      if (got < count * layout.record()) {
        throw new EOFException(
            Texts.format(
                "%s in %s must have %d bytes, but ended after %d",
                file, location, layout.length(file), (long) record * layout.record() + got));
      }
      checkLabels(file, record, count, location);
      copy(count, isTest ? test : train, first + record);
    }
  }

  private void checkLabels(String file, int record, int count, String location) {
    for (int i = 0; i < count; i++) {
      int label = label(i);
      if (label >= layout.classNames().size()) {
        throw new DataException(
            Texts.format(
                "label of record %d (from 0) of %s in %s must be 0 to %d, but was %d",
                record + i, file, location, layout.classNames().size() - 1, label));
      }
    }
  }

  /** Returns the label of record {@code i} of the chunk. */
  private int label(int i) {
    return chunk[i * layout.record() + layout.label()] & 0xFF;
  }

  /**
   * Writes the first {@code count} records of the chunk to {@code to}, from image {@code first}.
   */
  private void copy(int count, Bytes to, int first) {
    for (int i = 0; i < count; i++) {
      to.labels[first + i] = label(i);
      System.arraycopy(
          chunk, i * layout.record() + layout.labels(), to.pixels, (first + i) * PIXELS, PIXELS);
    }
  }

  /** Returns the files that were not read yet, in their order. */
  List<String> missing() {
    return layout.files().stream().filter(file -> !done.contains(file)).toList();
  }

  /** Returns the images; to be called when nothing is missing. */
  DataSet toDataSet() {
    int classes = layout.classNames().size();
    return new DataSet(
        layout.source(),
        train.toExamples(classes),
        layout.parts(),
        test.toExamples(classes),
        layout.classNames(),
        ImageShape.CIFAR10);
  }
}
