package dev.sieve.driver.cli.show;

import dev.sieve.data.Cifar10;
import dev.sieve.data.DataDescription;
import dev.sieve.data.DataSet;
import dev.sieve.data.Shape;
import java.util.Locale;

/** A data set's description as aligned text. */
public final class DescriptionText {
  private final StringBuilder text = new StringBuilder();

  private DescriptionText() {}

  /** Returns the lines, each ended. */
  public static String of(DataDescription description) {
    DescriptionText text = new DescriptionText();
    text.head(description);
    text.parts(description);
    text.classes(description);
    text.channels(description);
    return text.text.toString();
  }

  private void head(DataDescription description) {
    Shape shape = description.shape();
    line("%-12s %s", "source", description.name());
    line(
        "%-12s %d x %d, %d channels, %d classes",
        "images", shape.height(), shape.width(), shape.channels(), shape.classes());
    line("%-12s %s", "fingerprint", description.fingerprint());
  }

  private void parts(DataDescription description) {
    line("%n%-14s %8s", "part", "images");
    for (DataSet.Part part : description.parts()) {
      line("%-14s %,8d", part.name(), part.count());
    }
    line("%-14s %,8d", "test", sum(description.testPerClass()));
  }

  private void classes(DataDescription description) {
    line("%n%-14s %8s %8s", "class", "pool", "test");
    for (int c = 0; c < description.shape().classes(); c++) {
      line(
          "%-14s %,8d %,8d",
          className(description, c),
          description.trainPerClass().get(c),
          description.testPerClass().get(c));
    }
  }

  private void channels(DataDescription description) {
    line("%n%-14s %8s %8s", "channel", "mean", "std");
    int c = 0;
    for (DataDescription.Channel channel : description.channels()) {
      line("%-14d %8.4f %8.4f", c++, channel.mean(), channel.deviation());
    }
  }

  private static String className(DataDescription description, int c) {
    return description.name().equals("cifar10") ? c + " " + Cifar10.CLASS_NAMES.get(c) : "" + c;
  }

  private static int sum(Iterable<Integer> counts) {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format + "%n", values));
  }
}
