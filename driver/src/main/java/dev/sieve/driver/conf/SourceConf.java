package dev.sieve.driver.conf;

import static dev.sieve.Checks.check;
import static dev.sieve.Checks.require;
import static java.util.Objects.requireNonNull;

import dev.sieve.data.Selection;
import java.util.List;

/** Where the images come from, and how many there are to split. */
public sealed interface SourceConf {

  /** Returns the name by which conf files know the source. */
  String text();

  /** Returns the number of images that training and validation images are taken from. */
  int poolImages();

  /** Returns the names of the files of the pool, none where it comes in no files. */
  List<String> files();

  /** Returns how many images {@code selection} takes. */
  int images(Selection selection);

  /**
   * CIFAR-10 in its binary distribution: Krizhevsky, "Learning Multiple Layers of Features from
   * Tiny Images", 2009.
   *
   * @param path folder or archive, of any Hadoop file system
   */
  record Cifar10(String path) implements SourceConf {
    /** By which conf files know this source. */
    public static final String NAME = "cifar10";

    private static final int FILE_IMAGES = 10_000;

    public Cifar10 {
      requireNonNull(path, "path is null");
      require(!path.isBlank(), "path", "must not be empty", path);
    }

    @Override
    public String text() {
      return NAME;
    }

    @Override
    public int poolImages() {
      return files().size() * FILE_IMAGES;
    }

    @Override
    public List<String> files() {
      return List.of(
          "data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5");
    }

    @Override
    public int images(Selection selection) {
      return selection instanceof Selection.Count count
          ? count.images()
          : ((Selection.Files) selection).names().size() * FILE_IMAGES;
    }
  }

  /**
   * Images from the built-in generator.
   *
   * @param train images of the pool
   * @param test images of the test set
   */
  record Synthetic(int train, int test, long seed) implements SourceConf {
    /** By which conf files know this source. */
    public static final String NAME = "synthetic";

    private static final int MOST = 500_000;

    public Synthetic {
      require(2 <= train && train <= MOST, "train", "must be 2 to " + MOST, train);
      require(1 <= test && test <= MOST, "test", "must be 1 to " + MOST, test);
    }

    @Override
    public String text() {
      return NAME;
    }

    @Override
    public int poolImages() {
      return train;
    }

    @Override
    public List<String> files() {
      return List.of();
    }

    @Override
    public int images(Selection selection) {
      check(selection instanceof Selection.Count, "synthetic images come in no files");
      return ((Selection.Count) selection).images();
    }
  }
}
