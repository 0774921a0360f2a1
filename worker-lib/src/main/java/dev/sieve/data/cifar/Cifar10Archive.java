package dev.sieve.data.cifar;

import dev.sieve.data.DataException;
import dev.sieve.data.source.LimitedStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Reads CIFAR-10's files out of their archive, in whatever order they come. Nothing is unpacked to
 * disk; other entries are passed over, and so are names that lead out of the archive.
 */
final class Cifar10Archive {
  private static final int BUFFER = 1 << 16;

  private final Cifar10Batches batches;
  private final String location;

  /**
   * @param location of the archive, for messages
   */
  Cifar10Archive(Cifar10Batches batches, String location) {
    this.batches = batches;
    this.location = location;
  }

  /**
   * Reads {@code in} to its end, so that the archive's own checksum is verified, but never more
   * than eight files' worth: it holds six and some text.
   */
  void read(InputStream in) {
    long most = 8 * batches.fileLength() + (1 << 20);
    try (InputStream unzipped = new LimitedStream(new GZIPInputStream(in, BUFFER), most)) {
      readEntries(new TarArchiveInputStream(unzipped));
      unzipped.transferTo(OutputStream.nullOutputStream());
    } catch (IOException | IllegalArgumentException e) {
      throw new DataException(
          "%s must be a whole CIFAR-10 archive, but is damaged: %s"
              .formatted(location, e.getMessage() == null ? "it ends early" : e.getMessage()),
          e);
    }
    if (!batches.missing().isEmpty()) {
      throw new DataException(
          "%s must hold CIFAR-10's six binary files, but has no %s"
              .formatted(location, String.join(", ", batches.missing())));
    }
  }

  private void readEntries(TarArchiveInputStream tar) throws IOException {
    for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      if (entry.getSize() > batches.fileLength()) {
        throw new DataException(
            "%s must hold no file over %d bytes, but %s has %d"
                .formatted(location, batches.fileLength(), entry.getName(), entry.getSize()));
      }
      String file = fileName(entry);
      if (Cifar10Batches.FILES.contains(file)) {
        batches.checkLength(file, entry.getSize(), location);
        batches.read(file, tar, location);
      }
    }
  }

  /** Returns the entry's name without folders; empty for what is no file inside the archive. */
  private static String fileName(TarArchiveEntry entry) {
    String[] names = entry.getName().split("/", -1);
    boolean inside = !names[0].isEmpty() && !Arrays.asList(names).contains("..");
    return inside && entry.isFile() ? names[names.length - 1] : "";
  }
}
