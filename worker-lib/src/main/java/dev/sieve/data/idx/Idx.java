package dev.sieve.data.idx;

import dev.sieve.Texts;
import dev.sieve.data.ByteValues;
import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.Examples;
import dev.sieve.data.ImageShape;
import dev.sieve.data.Labels;
import dev.sieve.data.source.DataFolder;
import dev.sieve.data.source.LeastSize;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads data sets in IDX, the format of MNIST: Y. LeCun, L. Bottou, Y. Bengio, and P. Haffner,
 * "Gradient-Based Learning Applied to Document Recognition", Proceedings of the IEEE 86(11), 1998;
 * Fashion-MNIST and EMNIST have it too. Examples are images of one channel, or rows of bytes.
 */
final class Idx {
  /** Labels are bytes. */
  static final int MOST_CLASSES = 256;

  private final DataFolder folder;
  private final Optional<Integer> classes;

  /**
   * @param classes how many there are; empty where the greatest label says so
   */
  Idx(DataFolder folder, Optional<Integer> classes) {
    this.folder = folder;
    this.classes = classes;
  }

  /**
   * @throws DataException naming the file, what was expected and what was found
   */
  DataSet read() {
    IdxNames names = names();
    IdxFile images = images(names.trainImages());
    IdxFile testImages = images(names.testImages());
    if (!images.sizes().subList(1, images.sizes().size()).equals(shape(testImages))) {
      throw new DataException(
          Texts.format(
              "%s must have the dimensions of %s after the first, %s, but has %s",
              testImages.name(), images.name(), shape(images), shape(testImages)));
    }
    IdxFile labels = labels(names.trainLabels(), images);
    IdxFile testLabels = labels(names.testLabels(), testImages);
    int number = classes.orElseGet(() -> number(labels, testLabels));
    Examples pool = examples(images, labels, number);
    return new DataSet(
        IdxSource.NAME,
        pool,
        List.of(new DataSet.Part("train", pool.count())),
        examples(testImages, testLabels, number),
        List.of(),
        images.sizes().size() == 3
            ? new ImageShape(images.sizes().get(1), images.sizes().get(2), 1)
            : null);
  }

  /** Returns what the heads of the files of images say. */
  LeastSize leastSize() {
    IdxNames names = names();
    List<Integer> pool = IdxFile.sizes(folder, names.trainImages());
    List<Integer> test = IdxFile.sizes(folder, names.testImages());
    return new LeastSize((long) pool.get(0) + test.get(0), IdxFile.width(pool), Byte.BYTES);
  }

  private IdxNames names() {
    try {
      return IdxNames.among(folder.files(), folder.location());
    } catch (IOException e) {
      throw new DataException(
          Texts.format("cannot read %s: %s", folder.location(), e.getMessage()), e);
    }
  }

  private static List<Integer> shape(IdxFile images) {
    return images.sizes().subList(1, images.sizes().size());
  }

  private IdxFile images(String name) {
    IdxFile file = IdxFile.read(folder, name);
    if (file.sizes().size() < 2) {
      throw new DataException(
          Texts.format("%s must have 2 or 3 dimensions, but has 1: %s", file.name(), file.sizes()));
    }
    return file;
  }

  private IdxFile labels(String name, IdxFile images) {
    IdxFile file = IdxFile.read(folder, name);
    if (file.sizes().size() != 1 || file.count() != images.count()) {
      throw new DataException(
          Texts.format(
              "%s must have a label for each of the %d examples of %s, but has dimensions %s",
              file.name(), images.count(), images.name(), file.sizes()));
    }
    return file;
  }

  private static int number(IdxFile labels, IdxFile testLabels) {
    int greatest =
        Math.max(
            Arrays.stream(labels.toInts()).max().orElse(0),
            Arrays.stream(testLabels.toInts()).max().orElse(0));
    if (greatest < 1) {
      throw new DataException(
          Texts.format("%s must have labels of two classes or more, but all are 0", labels.name()));
    }
    return greatest + 1;
  }

  private static Examples examples(IdxFile images, IdxFile labels, int classes) {
    int[] numbers = labels.toInts();
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] >= classes) {
        throw new DataException(
            Texts.format(
                "label of example %d (from 0) of %s must be 0 to %d, but was %d",
                i, labels.name(), classes - 1, numbers[i]));
      }
    }
    return new Examples(
        new ByteValues(images.width(), images.count(), images.bits(), images.blocks()),
        new Labels(classes, numbers));
  }
}
