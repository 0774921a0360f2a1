package dev.sieve.export.page;

import dev.sieve.Texts;
import dev.sieve.export.run.Configuration;
import dev.sieve.result.MeasuredColumns;
import dev.sieve.result.TrialRow;
import dev.sieve.result.TrialTable;
import java.util.List;

/**
 * What a run may have measured of each network besides.
 *
 * @param name in headings of columns
 * @param words in a sentence, in front of what it reaches
 */
record Beside(String name, String words, MeasuredColumns<TrialRow> columns) {
  private static final List<Beside> ALL =
      List.of(
          new Beside(
              "mirror",
              "By the mean of the probabilities of each image and its mirror image",
              TrialTable.MIRROR),
          new Beside(
              "averaged weights",
              "As one network whose weights are the mean of several along the training",
              TrialTable.AVERAGE));

  /** Returns those that were measured of some of {@code configurations}. */
  static List<Beside> of(List<Configuration> configurations) {
    return ALL.stream().filter(beside -> configurations.stream().anyMatch(beside::isOf)).toList();
  }

  private boolean isOf(Configuration configuration) {
    return !Double.isNaN(validation(configuration));
  }

  /** Returns the mean validation accuracy over the repeats of {@code configuration}. */
  double validation(Configuration configuration) {
    return configuration.mean(columns.validationAccuracy());
  }

  /** As {@link #validation}, on the test images. */
  double test(Configuration configuration) {
    return configuration.mean(columns.testAccuracy());
  }

  /** Returns what {@code configuration} reaches by it. */
  String sentence(Configuration configuration) {
    return Texts.format(
        "%s, it reaches %s.", words, Text.onBoth(validation(configuration), test(configuration)));
  }
}
