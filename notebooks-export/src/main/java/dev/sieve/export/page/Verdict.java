package dev.sieve.export.page;

import dev.sieve.Texts;
import dev.sieve.export.run.Accuracy;
import dev.sieve.export.run.Configuration;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.Uncertainty;
import dev.sieve.result.TrialTable;
import dev.sieve.statistics.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which of several runs is better, by how much, and whether chance explains it. */
final class Verdict {
  /** A run, and what its best configuration reached. */
  private record Reached(Run run, Accuracy accuracy) {}

  private Verdict() {}

  /** Returns the sentence that warns of comparing what cannot be compared; empty if it can be. */
  static Optional<String> warning(List<Run> runs) {
    long data =
        runs.stream()
            .map(Run::dataFingerprint)
            .filter(known -> !known.isEmpty())
            .distinct()
            .count();
    return data < 2
        ? Optional.empty()
        : Optional.of(
            names(runs)
                + " were trained and measured on different data. Their accuracies do not say which"
                + " settings are better.");
  }

  /** Returns the verdict on {@code runs}, two at least. */
  static String of(List<Run> runs) {
    List<Run> ended = runs.stream().filter(run -> run.winner().isPresent()).toList();
    if (ended.size() < 2) {
      return "Fewer than two of the runs have a result, so there is nothing to compare.";
    }
    if (warning(ended).isPresent()) {
      return "The runs cannot be ranked: they were measured on different data.";
    }
    Uncertainty kind =
        Uncertainty.common(ended.stream().map(run -> run.winner().orElseThrow()).toList());
    List<Reached> tested = reached(ended, kind, true);
    if (tested.size() == ended.size()) {
      return ranked(tested, kind, "test examples");
    }
    return validatedAlike(ended)
        ? ranked(
            reached(ended, kind, false), kind, "validation examples, by which they were chosen")
        : "The runs cannot be ranked: not all of them measured a test accuracy, and their"
            + " validation examples are not the same.";
  }

  private static boolean validatedAlike(List<Run> runs) {
    return runs.stream()
            .map(run -> run.winner().orElseThrow().first().row())
            .map(row -> row.text(TrialTable.VALIDATION_IMAGES))
            .distinct()
            .count()
        == 1;
  }

  private static List<Reached> reached(List<Run> runs, Uncertainty kind, boolean test) {
    List<Reached> reached = new ArrayList<>();
    for (Run run : runs) {
      Configuration winner = run.winner().orElseThrow();
      (test ? Accuracy.onTest(run, winner, kind) : Accuracy.onValidation(winner, kind))
          .ifPresent(accuracy -> reached.add(new Reached(run, accuracy)));
    }
    reached.sort(Comparator.comparingDouble((Reached one) -> one.accuracy.value()).reversed());
    return reached;
  }

  private static String ranked(List<Reached> bestFirst, Uncertainty kind, String images) {
    Reached best = bestFirst.get(0);
    return Texts.format(
        "On %s, %s reaches the highest accuracy, %s: %s.",
        images,
        best.run.name(),
        Text.percent(best.accuracy.value()),
        bestFirst.stream()
            .skip(1)
            .map(other -> difference(best.accuracy, other, kind))
            .collect(Collectors.joining("; ")));
  }

  private static String difference(Accuracy best, Reached other, Uncertainty kind) {
    double difference = best.value() - other.accuracy.value();
    String told = Texts.format("%s more than %s", Text.points(difference), other.run.name());
    Optional<Interval> one = best.interval();
    Optional<Interval> two = other.accuracy.interval();
    if (one.isEmpty() || two.isEmpty()) {
      return told;
    }
    double chance = Math.hypot(half(one.get()), half(two.get()));
    String cause =
        kind == Uncertainty.SEEDS
            ? "the chance of seeds and examples"
            : "the chance choice of examples";
    return difference > chance
        ? Texts.format("%s, and %s explains only %s", told, cause, Text.points(chance))
        : Texts.format(
            "%s, too close to tell apart: %s explains up to %s", told, cause, Text.points(chance));
  }

  private static double half(Interval interval) {
    return (interval.high() - interval.low()) / 2;
  }

  private static String names(List<Run> runs) {
    List<String> names = runs.stream().map(Run::name).toList();
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
