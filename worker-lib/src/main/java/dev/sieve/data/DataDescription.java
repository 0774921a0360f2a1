package dev.sieve.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A data set in figures: enough to see at a glance whether it is the right one.
 *
 * @param name of the source
 * @param width values of each example
 * @param shape of each image; empty where examples are none
 * @param classNames one per class, or none at all
 * @param parts the files of the pool
 * @param poolPerClass examples of each class in the pool
 * @param testPerClass examples of each class among the test examples
 * @param channels brightness of the pool's images, channel by channel; none but of images of bytes
 * @param fingerprint see {@link Fingerprint}
 */
public record DataDescription(
    String name,
    int width,
    Optional<ImageShape> shape,
    List<String> classNames,
    List<DataSet.Part> parts,
    List<Integer> poolPerClass,
    List<Integer> testPerClass,
    List<Channel> channels,
    String fingerprint) {

  public DataDescription {
    classNames = List.copyOf(classNames);
    parts = List.copyOf(parts);
    poolPerClass = List.copyOf(poolPerClass);
    testPerClass = List.copyOf(testPerClass);
    channels = List.copyOf(channels);
  }

  /**
   * One channel of all images of the pool, its values seen in [0, 1].
   *
   * @param mean of the values
   * @param deviation their standard deviation (the population's)
   */
  public record Channel(double mean, double deviation) {}

  /** Returns the description of {@code set}, all of whose values it reads once or twice. */
  public static DataDescription of(DataSet set) {
    return new DataDescription(
        set.name(),
        set.width(),
        set.imageShape(),
        set.classNames(),
        set.parts(),
        perClass(set.pool()),
        perClass(set.test()),
        channels(set),
        set.fingerprint());
  }

  public int classes() {
    return poolPerClass.size();
  }

  private static List<Integer> perClass(Examples examples) {
    return Arrays.stream(examples.labels().perClass()).boxed().toList();
  }

  private static List<Channel> channels(DataSet set) {
    List<Channel> channels = new ArrayList<>();
    if (set.shape() != null && set.pool().values() instanceof ByteValues bytes) {
      for (int c = 0; c < set.shape().channels(); c++) {
        channels.add(channel(set.shape(), bytes, c));
      }
    }
    return channels;
  }

  /** Sums integers, so that the order of summation has no part in the result. */
  private static Channel channel(ImageShape shape, ByteValues pixels, int channel) {
    int plane = shape.height() * shape.width();
    long sum = 0;
    long squares = 0;
    for (int image = 0; image < pixels.count(); image++) {
      byte[] block = pixels.block(image);
      int from = pixels.at(image) + channel * plane;
      for (int j = from; j < from + plane; j++) {
        int value = block[j] & 0xFF;
        sum += value;
        squares += (long) value * value;
      }
    }
    double n = (double) pixels.count() * plane;
    double mean = sum / n;
    return new Channel(mean / 255, Math.sqrt(squares / n - mean * mean) / 255);
  }
}
