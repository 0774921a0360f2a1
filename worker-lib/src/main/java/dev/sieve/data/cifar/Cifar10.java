package dev.sieve.data.cifar;

import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.source.DataFolder;
import java.util.Collections;
import java.util.List;

/**
 * Reads CIFAR-10 in its binary version: A. Krizhevsky, "Learning Multiple Layers of Features from
 * Tiny Images", technical report, University of Toronto, 2009.
 *
 * <p>The source is a folder of the six files {@code data_batch_1.bin} … {@code test_batch.bin}, a
 * folder that holds the archive {@code cifar-10-binary.tar.gz} (or .tar), or the archive itself,
 * which is read as it is, without unpacking. All six files are needed, with 10,000 records each.
 */
public final class Cifar10 {
  /** The name of the archive that holds all files. */
  public static final String ARCHIVE = "cifar-10-binary.tar.gz";

  /** What the labels 0 to 9 mean. */
  public static final List<String> CLASS_NAMES =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

  /** The names of all files: the pool's in its order, then the test images'. */
  static final List<String> FILES =
      List.of(
          "data_batch_1.bin",
          "data_batch_2.bin",
          "data_batch_3.bin",
          "data_batch_4.bin",
          "data_batch_5.bin",
          "test_batch.bin");

  /** The files as their authors distribute them. */
  static final CifarLayout LAYOUT = layout(10_000);

  private Cifar10() {}

  /**
   * Returns the images in {@code folder}; the parts of the pool are {@code data_batch_1} … {@code
   * data_batch_5}.
   *
   * @throws DataException naming the file, what was expected and what was found, where a file is
   *     missing, has another length, holds a label over 9, or cannot be read
   */
  public static DataSet read(DataFolder folder) {
    return new CifarReader(folder, LAYOUT).read();
  }

  /**
   * @param records in each file; 10,000 but in tests
   */
  static CifarLayout layout(int records) {
    return new CifarLayout(
        Cifar10Source.NAME,
        "CIFAR-10",
        ARCHIVE,
        FILES,
        Collections.nCopies(FILES.size(), records),
        1,
        0,
        CLASS_NAMES);
  }
}
