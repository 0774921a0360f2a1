package dev.sieve.data.cifar;

import dev.sieve.data.DataSet;
import dev.sieve.data.ImageShape;
import dev.sieve.data.source.Promise;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The binary files of CIFAR-10 or CIFAR-100: records of labels, one byte each, and 3072 pixels.
 *
 * @param source by which confs know it
 * @param title as people call it
 * @param archive that its authors distribute it in
 * @param files the pool's in its order, then the test images'
 * @param records in each file
 * @param labels before the pixels of each record
 * @param label which of them is read
 * @param classNames what it means
 */
record CifarLayout(
    String source,
    String title,
    String archive,
    List<String> files,
    List<Integer> records,
    int labels,
    int label,
    List<String> classNames) {
  static final int PIXELS = ImageShape.CIFAR10.inputs();

  CifarLayout {
    files = List.copyOf(files);
    records = List.copyOf(records);
    classNames = List.copyOf(classNames);
  }

  /** Returns the bytes of a record. */
  int record() {
    return labels + PIXELS;
  }

  String testFile() {
    return files.get(files.size() - 1);
  }

  /** Returns the same with no file but that of the test images. */
  CifarLayout testAlone() {
    return new CifarLayout(
        source,
        title,
        archive,
        List.of(testFile()),
        List.of(records(testFile())),
        labels,
        label,
        classNames);
  }

  int records(String file) {
    return records.get(files.indexOf(file));
  }

  /** Returns the bytes that {@code file} must have. */
  long length(String file) {
    return (long) records(file) * record();
  }

  /** Returns the bytes of the longest file. */
  long longest() {
    return files.stream().mapToLong(this::length).max().orElseThrow();
  }

  /** Returns the parts of the pool. */
  List<DataSet.Part> parts() {
    return files.subList(0, files.size() - 1).stream()
        .map(file -> new DataSet.Part(file.substring(0, file.indexOf('.')), records(file)))
        .toList();
  }

  /** Returns the images of the pool before {@code file}. */
  int before(String file) {
    return IntStream.range(0, files.indexOf(file)).map(records::get).sum();
  }

  /** Returns the images of the pool. */
  int pool() {
    return before(testFile());
  }

  /** Returns what is known before any file is read. */
  Promise promise() {
    return new Promise(
        pool(),
        parts(),
        records(testFile()),
        Optional.of(ImageShape.CIFAR10),
        classNames.size(),
        classNames);
  }

  /** Returns {@code six binary files} or {@code two binary files}. */
  String named() {
    return title + "'s " + (files.size() == 2 ? "two" : "six") + " binary files";
  }
}
