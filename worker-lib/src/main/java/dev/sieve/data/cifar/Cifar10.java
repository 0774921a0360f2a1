package dev.sieve.data.cifar;

import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.source.DataFolder;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Reads CIFAR-10 in its binary version: A. Krizhevsky, "Learning Multiple Layers of Features from
 * Tiny Images", technical report, University of Toronto, 2009.
 *
 * <p>The source is a folder of the six files {@code data_batch_1.bin} … {@code test_batch.bin}, a
 * folder that holds the archive {@code cifar-10-binary.tar.gz}, or the archive itself, which is
 * read as it is, without unpacking. All six files are needed, with 10,000 records each.
 */
public final class Cifar10 {
  /** The name of the archive that holds all files. */
  public static final String ARCHIVE = "cifar-10-binary.tar.gz";

  /** What the labels 0 to 9 mean. */
  public static final List<String> CLASS_NAMES =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

  /** In each file. */
  static final int RECORDS = 10_000;

  private final DataFolder folder;
  private final Cifar10Batches batches;

  /**
   * @param records in each file; 10,000 but in tests
   */
  Cifar10(DataFolder folder, int records) {
    this.folder = folder;
    this.batches = new Cifar10Batches(records);
  }

  /**
   * Returns the images in {@code folder}; the parts of the pool are {@code data_batch_1} … {@code
   * data_batch_5}.
   *
   * @throws DataException naming the file, what was expected and what was found, where a file is
   *     missing, has another length, holds a label over 9, or cannot be read
   */
  public static DataSet read(DataFolder folder) {
    return new Cifar10(folder, RECORDS).read();
  }

  DataSet read() {
    try {
      List<String> found = folder.files();
      if (found.containsAll(Cifar10Batches.FILES)) {
        readFiles();
      } else {
        readArchive(archiveAmong(found));
      }
      return batches.toDataSet();
    } catch (IOException e) {
      throw new DataException("cannot read %s: %s".formatted(folder.location(), e.getMessage()), e);
    }
  }

  /** Looks at all lengths before it reads the first byte. */
  private void readFiles() throws IOException {
    for (String file : Cifar10Batches.FILES) {
      batches.checkLength(file, folder.length(file), folder.location());
    }
    for (String file : Cifar10Batches.FILES) {
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
      new Cifar10Archive(batches, location).read(in);
    }
  }

  /** Any archive will do where it is the only file: its path was given, whatever its name. */
  private String archiveAmong(List<String> found) {
    if (found.contains(ARCHIVE)) {
      return ARCHIVE;
    }
    if (found.size() == 1 && found.get(0).matches(".*\\.(tar\\.gz|tgz)")) {
      return found.get(0);
    }
    List<String> missing =
        Cifar10Batches.FILES.stream().filter(file -> !found.contains(file)).toList();
    throw new DataException(
        "%s must hold CIFAR-10's six binary files or %s, but has no %s%s"
            .formatted(
                folder.location(),
                ARCHIVE,
                String.join(", ", missing),
                found.contains("data_batch_1")
                    ? " (these are the files for Python; Sieve reads the binary version)"
                    : ""));
  }
}
