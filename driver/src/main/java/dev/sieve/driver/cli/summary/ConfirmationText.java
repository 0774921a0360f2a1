package dev.sieve.driver.cli.summary;

import dev.sieve.Texts;
import dev.sieve.driver.cli.show.TextTable;
import dev.sieve.driver.cli.show.VariedHyperparameters;
import dev.sieve.statistics.Comparison;
import dev.sieve.statistics.Interval;
import dev.sieve.trial.Confirmation;
import dev.sieve.trial.Confirmation.Place;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.List;

/** What the stage {@code confirm} has found, as a table, and whether it tells the best apart. */
final class ConfirmationText {
  private ConfirmationText() {}

  static String of(Confirmation confirmation) {
    List<Place> places = confirmation.places();
    VariedHyperparameters varied =
        VariedHyperparameters.of(places.stream().map(Place::first).toList());
    List<List<String>> rows = new ArrayList<>();
    List<String> header =
        new ArrayList<>(
            List.of("trial", "repeats", "mean", "95 % interval", "best", "first", "flattered"));
    header.addAll(varied.names());
    rows.add(header);
    places.forEach(place -> rows.add(row(place, varied)));
    return Texts.format("%nConfirmed by fresh repeats, mean validation accuracy:%n")
        + TextTable.aligned(rows).indent(2)
        + "  "
        + apart(confirmation.comparison())
        + System.lineSeparator();
  }

  private static List<String> row(Place place, VariedHyperparameters varied) {
    Trial trial = place.first();
    List<String> row = new ArrayList<>();
    row.add(place.before().first().label());
    row.add(String.valueOf(place.repeats().size()));
    row.add(
        place.verdict().interval().isEmpty() ? "-" : FinalText.accuracy(place.verdict().mean()));
    row.add(place.verdict().interval().map(ConfirmationText::text).orElse("-"));
    row.add(Texts.format("%.0f %%", 100 * place.verdict().probability()));
    row.add(FinalText.accuracy(place.before().worth()));
    row.add(place.verdict().interval().isEmpty() ? "-" : Texts.format("%+.4f", place.flattered()));
    row.addAll(varied.values(trial));
    return row;
  }

  private static String text(Interval interval) {
    return FinalText.accuracy(interval.low()) + " to " + FinalText.accuracy(interval.high());
  }

  /** Returns how many others cannot be told apart from the best, by their differences to it. */
  private static String apart(Comparison comparison) {
    int rivals = comparison.rivals();
    int close = comparison.close();
    if (close == 0) {
      return rivals == 0
          ? "There was nothing to compare it with."
          : "The first can be told apart from all others.";
    }
    return Texts.format("%d of the %d others cannot be told apart from the first.", close, rivals);
  }
}
