package dev.sieve.driver.cli.show;

import dev.sieve.Texts;
import dev.sieve.data.DataDescription;
import dev.sieve.data.DataSet;
import dev.sieve.data.ImageShape;

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
    line("%-12s %s", "source", description.name());
    String examples =
        description
            .shape()
            .map(DescriptionText::images)
            .orElse(Texts.format("%-12s %d values", "examples", description.width()));
    line("%s, %d classes", examples, description.classes());
    line("%-12s %s", "fingerprint", description.fingerprint());
  }

  private static String images(ImageShape shape) {
    return Texts.format(
        "%-12s %d x %d, %d channels", "images", shape.height(), shape.width(), shape.channels());
  }

  private void parts(DataDescription description) {
    String what = description.shape().isPresent() ? "images" : "examples";
    line("%n%-14s %8s", "part", what);
    for (DataSet.Part part : description.parts()) {
      line("%-14s %,8d", part.name(), part.count());
    }
    line("%-14s %,8d", "test", sum(description.testPerClass()));
  }

  private void classes(DataDescription description) {
    line("%n%-14s %8s %8s", "class", "pool", "test");
    for (int c = 0; c < description.classes(); c++) {
      line(
          "%-14s %,8d %,8d",
          className(description, c),
          description.poolPerClass().get(c),
          description.testPerClass().get(c));
    }
  }

  private void channels(DataDescription description) {
    if (description.channels().isEmpty()) {
      return;
    }
    line("%n%-14s %8s %8s", "channel", "mean", "std");
    int c = 0;
    for (DataDescription.Channel channel : description.channels()) {
      line("%-14d %8.4f %8.4f", c++, channel.mean(), channel.deviation());
    }
  }

  private static String className(DataDescription description, int c) {
    return description.classNames().isEmpty() ? "" + c : c + " " + description.classNames().get(c);
  }

  private static int sum(Iterable<Integer> counts) {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  private void line(String format, Object... values) {
    text.append(Texts.format(format + "%n", values));
  }
}
