package dev.sieve.data.cifar;

import dev.sieve.Texts;
import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.Examples;
import dev.sieve.data.source.DataFolder;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads the files of a layout from their folder, or out of the archive in it. */
final class CifarReader {
  private static final String ARCHIVES = ".*\\.(tar\\.gz|tgz|tar)";

  private final DataFolder folder;
  private final CifarLayout layout;
  private final CifarBatches batches;

  CifarReader(DataFolder folder, CifarLayout layout) {
    this.folder = folder;
    this.layout = layout;
    this.batches = new CifarBatches(layout);
  }

  DataSet read() {
    try {
      List<String> found = folder.files();
      if (found.containsAll(layout.files())) {
        readFiles();
      } else {
        readArchive(archiveAmong(found));
      }
      return batches.toDataSet();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Reads the test images, and no other file, unless they are in an archive with the others. */
  Examples readTest() {
    try {
      boolean alone = folder.files().contains(layout.testFile());
      return (alone ? new CifarReader(folder, layout.testAlone()) : this).read().test();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private DataException unreadable(IOException problem) {
    return new DataException(
        Texts.format("cannot read %s: %s", folder.location(), problem.getMessage()), problem);
  }

  /** Returns whether {@code folder} holds any of the files, or an archive. */
  static boolean isIn(DataFolder folder, CifarLayout layout) {
    try {
      return folder.files().stream()
          .anyMatch(file -> layout.files().contains(file) || file.matches(ARCHIVES));
    } catch (IOException e) {
      return false; // which reading it says more about
    }
  }

  /** Looks at all lengths before it reads the first byte. */
  private void readFiles() throws IOException {
    for (String file : layout.files()) {
      batches.checkLength(file, folder.length(file), folder.location());
    }
    for (String file : layout.files()) {
      try (InputStream in = folder.open(file)) {
        batches.read(file, in, folder.location());
      } catch (EOFException e) {
        throw new DataException(e.getMessage(), e);
      }
    }
  }

  private void readArchive(String archive) throws IOException {
    String location = folder.location();
    if (!location.endsWith(archive)) {
      location = location + "/" + archive;
    }
    try (InputStream in = folder.open(archive)) {
      new CifarArchive(batches, layout, location).read(in);
    }
  }

  /** Any archive will do where it is the only file: its path was given, whatever its name. */
  private String archiveAmong(List<String> found) {
    String plain = layout.archive().replace(".tar.gz", ".tar");
    for (String archive : List.of(layout.archive(), plain)) {
      if (found.contains(archive)) {
        return archive;
      }
    }
    if (found.size() == 1
        && found.get(0).matches(ARCHIVES)
        && CifarHints.of(found, layout).isEmpty()) {
      return found.get(0);
    }
    List<String> missing = layout.files().stream().filter(file -> !found.contains(file)).toList();
    throw new DataException(
        Texts.format(
            "%s must hold %s or %s, but has no %s%s",
            folder.location(),
            layout.named(),
            layout.archive(),
            String.join(", ", missing),
            CifarHints.of(found, layout)));
  }
}
