package dev.sieve.data.idx;

import dev.sieve.data.source.MemoryFolder;
import dev.sieve.sample.RandomStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** IDX files in small, of random values. */
public final class IdxFiles {
  static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
  static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
  static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
  static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

  private IdxFiles() {}

  /** Returns 30 and 12 images of 4 x 5 pixels in three classes, under MNIST's names. */
  public static MemoryFolder folder() {
    return new MemoryFolder()
        .with(TRAIN_IMAGES, images(30, 4, 5))
        .with(TRAIN_LABELS, labels(30, 3))
        .with(TEST_IMAGES, images(12, 4, 5))
        .with(TEST_LABELS, labels(12, 3));
  }

  static byte[] images(int... sizes) {
    RandomStream stream = new RandomStream(sizes[0]);
    int values = 1;
    for (int size : sizes) {
      values *= size;
    }
    byte[] content = new byte[values];
    for (int i = 0; i < values; i++) {
      content[i] = (byte) stream.nextLong();
    }
    return idx(0x08, content, sizes);
  }

  /** Returns the labels 0, 1, … again and again. */
  static byte[] labels(int count, int classes) {
    byte[] content = new byte[count];
    for (int i = 0; i < count; i++) {
      content[i] = (byte) (i % classes);
    }
    return idx(0x08, content, count);
  }

  static byte[] idx(int type, byte[] content, int... sizes) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * sizes.length + content.length);
    bytes.putInt(type << 8 | sizes.length);
    for (int size : sizes) {
      bytes.putInt(size);
    }
    return bytes.put(content).array();
  }

  static byte[] zipped(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
