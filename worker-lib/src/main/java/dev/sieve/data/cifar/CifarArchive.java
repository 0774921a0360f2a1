package dev.sieve.data.cifar;

import dev.sieve.Texts;
import dev.sieve.data.DataException;
import dev.sieve.data.source.LimitedStream;
import dev.sieve.data.source.Unzipped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Reads CIFAR's files out of their archive, in whatever order they come. Nothing is unpacked to
 * disk; other entries are passed over, and so are names that lead out of the archive.
 */
final class CifarArchive {
  private static final int BUFFER = 1 << 16;

  private final CifarBatches batches;
  private final CifarLayout layout;
  private final String location;

  /**
   * @param location of the archive, for messages
   */
  CifarArchive(CifarBatches batches, CifarLayout layout, String location) {
    this.batches = batches;
    this.layout = layout;
    this.location = location;
  }

  /**
   * Reads {@code in} to its end, so that the archive's own checksum is verified, but never more
   * than two files' worth beyond its own: it holds these and some text.
   */
  void read(InputStream in) {
    long most = (layout.files().size() + 2) * layout.longest() + (1 << 20);
    try (InputStream unzipped = new LimitedStream(unpacked(in), most)) {
      readEntries(new TarArchiveInputStream(unzipped));
      unzipped.transferTo(OutputStream.nullOutputStream());
    } catch (IOException | IllegalArgumentException e) {
      throw new DataException(
          Texts.format(
              "%s must be a whole %s archive, but is damaged: %s",
              location, layout.title(), e.getMessage() == null ? "it ends early" : e.getMessage()),
          e);
    }
    if (!batches.missing().isEmpty()) {
      throw new DataException(
          Texts.format(
              "%s must hold %s, but has no %s",
              location, layout.named(), String.join(", ", batches.missing())));
    }
  }

  /** A plain archive is one by its name: anything else that is not packed is none. */
  private InputStream unpacked(InputStream in) throws IOException {
    return location.endsWith(".tar") ? Unzipped.of(in) : new GZIPInputStream(in, BUFFER);
  }

  private void readEntries(TarArchiveInputStream tar) throws IOException {
    for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      if (entry.getSize() > layout.longest()) {
        throw new DataException(
            Texts.format(
                "%s must hold no file over %d bytes, but %s has %d",
                location, layout.longest(), entry.getName(), entry.getSize()));
      }
      String file = fileName(entry);
      if (layout.files().contains(file)) {
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
