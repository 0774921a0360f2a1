package dev.sieve.data.cifar;

import dev.sieve.data.source.MemoryFolder;
import dev.sieve.sample.RandomStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** CIFAR-10's files in small: {@link #RECORDS} records each, of random pixels. */
final class Cifar10Files {
  static final int RECORDS = 70;
  static final int RECORD = 3073;

  private Cifar10Files() {}

  /** Returns a folder of all six files. */
  static MemoryFolder folder() {
    MemoryFolder folder = new MemoryFolder();
    Cifar10.FILES.forEach(file -> folder.with(file, bytes(file)));
    return folder;
  }

  /** Returns the content of {@code file}: always the same, and another for each file. */
  static byte[] bytes(String file) {
    byte[] bytes = new byte[RECORDS * RECORD];
    RandomStream stream = new RandomStream(file.hashCode());
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i % RECORD == 0 ? stream.nextInt(10) : stream.nextLong());
    }
    return bytes;
  }

  /** Returns {@code record} of {@code file} without its label. */
  static byte[] pixels(String file, int record) {
    int from = record * RECORD + 1;
    return Arrays.copyOfRange(bytes(file), from, from + RECORD - 1);
  }

  /** Writes a {@code tar.gz}, entry after entry. */
  static final class Archive {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar;

    Archive() {
      try {
        tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Returns an archive of all six files, as the official one is laid out. */
    static Archive whole() {
      Archive archive = new Archive().add("cifar-10-batches-bin/readme.html", new byte[88]);
      Cifar10.FILES.forEach(
          file -> archive.add("cifar-10-batches-bin/" + file, Cifar10Files.bytes(file)));
      return archive;
    }

    Archive add(String name, byte[] content) {
      try {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
        return this;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    byte[] toBytes() {
      try {
        tar.close();
        return bytes.toByteArray();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
