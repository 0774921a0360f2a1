package dev.sieve.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A data set in figures: enough to see at a glance whether it is the right one.
 *
 * @param name of the source
 * @param shape of each image
 * @param parts the files of the pool
 * @param trainPerClass images of each class in the pool
 * @param testPerClass images of each class among the test images
 * @param channels brightness of the pool's images, channel by channel
 * @param fingerprint see {@link Fingerprint}
 */
public record DataDescription(
    String name,
    Shape shape,
    List<DataSet.Part> parts,
    List<Integer> trainPerClass,
    List<Integer> testPerClass,
    List<Channel> channels,
    String fingerprint) {

  public DataDescription {
    parts = List.copyOf(parts);
    trainPerClass = List.copyOf(trainPerClass);
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

  /** Returns the description of {@code images}, all of whose bytes it reads once or twice. */
  public static DataDescription of(DataSet images) {
    return new DataDescription(
        images.name(),
        images.train().shape(),
        images.parts(),
        perClass(images.train()),
        perClass(images.test()),
        channels(images.train()),
        Fingerprint.of(images));
  }

  private static List<Integer> perClass(Images images) {
    int[] counts = new int[images.shape().classes()];
    for (byte label : images.labels()) {
      counts[label]++;
    }
    return Arrays.stream(counts).boxed().toList();
  }

  private static List<Channel> channels(Images images) {
    List<Channel> channels = new ArrayList<>();
    for (int c = 0; c < images.shape().channels(); c++) {
      channels.add(channel(images, c));
    }
    return channels;
  }

  /** Sums integers, so that the order of summation has no part in the result. */
  private static Channel channel(Images images, int channel) {
    Shape shape = images.shape();
    int plane = shape.height() * shape.width();
    long sum = 0;
    long squares = 0;
    for (int image = 0; image < images.count(); image++) {
      int from = image * shape.inputs() + channel * plane;
      for (int j = from; j < from + plane; j++) {
        int value = images.pixels()[j] & 0xFF;
        sum += value;
        squares += (long) value * value;
      }
    }
    double n = (double) images.count() * plane;
    double mean = sum / n;
    return new Channel(mean / 255, Math.sqrt(squares / n - mean * mean) / 255);
  }
}
