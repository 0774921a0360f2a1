package dev.sieve.export.page;

import dev.sieve.Texts;
import dev.sieve.export.figure.Hyperparameter;
import dev.sieve.export.run.Accuracy;
import dev.sieve.export.run.Configuration;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.Uncertainty;
import dev.sieve.format.Numbers;
import dev.sieve.result.Column;
import dev.sieve.result.TrialRow;
import dev.sieve.result.TrialTable;
import dev.sieve.trial.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The best configurations of a run, and the final one above them. */
final class BestConfigurations {
  private BestConfigurations() {}

  static Ranked of(Run run, boolean several) {
    List<Configuration> best =
        run.configurations().stream().sorted(Configuration.BEST_FIRST).toList();
    Stream<Configuration> last =
        run.winner().stream().filter(winner -> best.stream().noneMatch(winner::equals));
    List<Configuration> shown = Stream.concat(last, best.stream().limit(Ranked.MOST)).toList();
    Uncertainty kind = Uncertainty.common(shown);
    List<Hyperparameter> axes = Hyperparameter.varied(run);
    List<String> columns = new ArrayList<>(List.of("Stage"));
    axes.forEach(axis -> columns.add(axis.name()));
    columns.add("Repeats");
    if (run.metric() != Metric.ACCURACY) {
      columns.add("Validation " + run.metric().title());
      columns.add("Test " + run.metric().title());
    }
    columns.addAll(
        List.of("Validation", "95 % interval over " + kind.source(), "Training", "Test"));
    List<Beside> besides = Beside.of(shown);
    besides.forEach(
        beside ->
            columns.addAll(List.of("Validation, " + beside.name(), "Test, " + beside.name())));
    columns.addAll(
        List.of("Before training", "Training loss + L2", "Validation loss + L2", "Test loss + L2"));
    return new Ranked(
        several ? run.name() : null,
        columns,
        shown.stream().map(c -> row(run, axes, kind, besides, c)).toList(),
        best.size() > Ranked.MOST
            ? Texts.format(
                "%s best %d of %,d configurations; the table of all trials stands below.",
                shown.size() > Ranked.MOST ? "The final configuration, and the" : "The",
                Ranked.MOST,
                best.size())
            : "");
  }

  private static Ranked.Row row(
      Run run,
      List<Hyperparameter> axes,
      Uncertainty kind,
      List<Beside> besides,
      Configuration configuration) {
    List<String> values = new ArrayList<>();
    axes.forEach(axis -> values.add(axis.value(configuration.first())));
    values.add(String.valueOf(configuration.repeats().size()));
    if (run.metric() != Metric.ACCURACY) {
      values.add(measured(configuration, run.measure()));
      values.add(measured(configuration, TrialTable.test(run.metric())));
    }
    values.add(Text.percent(configuration.mean(TrialTable.VALIDATION_ACCURACY)));
    values.add(
        Accuracy.onValidation(configuration, kind)
            .flatMap(Accuracy::interval)
            .map(Text::range)
            .orElse(Text.NONE));
    values.add(Text.percent(configuration.mean(TrialTable.TRAIN_ACCURACY)));
    values.add(Text.percent(configuration.mean(TrialTable.TEST_ACCURACY)));
    for (Beside beside : besides) {
      values.add(Text.percent(beside.validation(configuration)));
      values.add(Text.percent(beside.test(configuration)));
    }
    values.add(Text.percent(untrained(run, configuration)));
    for (Column<TrialRow> column :
        List.of(TrialTable.TRAIN_COST, TrialTable.VALIDATION_COST, TrialTable.TEST_COST)) {
      values.add(measured(configuration, column));
    }
    return new Ranked.Row(configuration.stage(), values);
  }

  private static String measured(Configuration configuration, Column<TrialRow> column) {
    double mean = configuration.mean(column);
    return Double.isNaN(mean) ? Text.NONE : Numbers.shown(mean);
  }

  /** Returns what {@code run} is ranked by, in words. */
  static String by(Run run) {
    boolean expected = run.trials().stream().anyMatch(t -> t.row().has(TrialTable.SCORE_SD));
    return expected
        ? "the validation " + run.metric().title() + " that their stage leads one to expect"
        : "the mean validation " + run.metric().title() + " of their repeats";
  }

  /** Validation accuracy before the first update; NaN where it was not measured. */
  private static double untrained(Run run, Configuration configuration) {
    return run.curves().of(configuration.first()).stream()
        .filter(point -> point.step() == 0)
        .mapToDouble(point -> point.validationAccuracy())
        .findFirst()
        .orElse(Double.NaN);
  }
}
