package dev.sieve.export.page;

import dev.sieve.Texts;
import dev.sieve.format.Numbers;
import dev.sieve.run.SearchPlan.PlannedDomain;
import dev.sieve.run.SearchPlan.SearchedAxis;
import dev.sieve.run.SearchPlan.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a stage searched, in words. */
final class Searched {
  private Searched() {}

  /**
   * Returns one line per axis of {@code stage}, where its ranges come from, why they moved, and
   * what is saved.
   */
  static List<String> lines(Stage stage) {
    if (stage.isFinal()) {
      return List.of(last(stage));
    }
    List<String> lines = new ArrayList<>();
    if (stage.axes() != null) {
      stage.axes().stream()
          .filter(axis -> axis.domain().isSearched())
          .map(axis -> line(stage, axis))
          .forEach(lines::add);
    }
    if (stage.components() != null) {
      lines.add("inputs: " + stage.components() + " principal components");
    }
    if (stage.narrowed() != null && !stage.narrowed().reason().isEmpty()) {
      lines.add(stage.narrowed().reason());
    }
    lines.addAll(stage.reasons());
    lines.addAll(stage.saving());
    return lines.isEmpty() ? List.of(nothing(stage)) : lines;
  }

  private static String nothing(Stage stage) {
    if (stage.axes() == null || stage.configurations() != 1) {
      return Text.NONE;
    }
    return "one configuration"
        + (stage.repeats() > 1 ? Texts.format(", trained %d times", stage.repeats()) : "");
  }

  private static String last(Stage stage) {
    String from = stage.narrowed() == null ? "" : " of " + stage.narrowed().from();
    return "best configuration"
        + from
        + ", trained "
        + (stage.trials() > 1 ? stage.trials() + " more times" : "once more");
  }

  /** Returns {@code random: eta-max from 0.01 to 0.5 (log scale)}. */
  private static String line(Stage stage, SearchedAxis axis) {
    PlannedDomain domain = axis.domain();
    String values =
        domain.isRange()
            ? "from " + text(domain.values().get(0)) + " to " + text(domain.values().get(1))
            : domain.values().stream().map(Searched::text).collect(Collectors.joining(", "));
    return stage.sampler()
        + ": "
        + axis.name()
        + " "
        + values
        + (domain.isLogarithmic() ? " (log scale)" : "");
  }

  /** Returns a value of a plan as people read it: {@code [100, 50]} is {@code 100-50}. */
  private static String text(Object value) {
    if (value instanceof Number number) {
      return Numbers.shown(number.doubleValue());
    }
    if (value instanceof List<?> list) {
      return list.isEmpty()
          ? "none"
          : list.stream().map(Searched::text).collect(Collectors.joining("-"));
    }
    return value.toString().replaceAll("[{}]", "").replace('=', ' ');
  }
}
