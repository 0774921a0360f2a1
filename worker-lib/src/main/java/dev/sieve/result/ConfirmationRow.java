package dev.sieve.result;

import dev.sieve.statistics.Interval;
import dev.sieve.trial.Confirmation.Place;
import dev.sieve.trial.Status;
import java.util.function.ToDoubleFunction;

/**
 * One row of {@link ConfirmationTable}.
 *
 * @param search name of the search
 */
public record ConfirmationRow(String search, Place place) {

  /** Returns how many fresh repeats completed. */
  int repeats() {
    return (int)
        place.repeats().stream().filter(result -> result.status() == Status.COMPLETED).count();
  }

  Double ofInterval(ToDoubleFunction<Interval> end) {
    return place.verdict().interval().map(end::applyAsDouble).orElse(null);
  }

  /** Returns the difference to the best, and so many halves of its interval; null for the best. */
  Double behind(int halves) {
    return place.number() == 1
        ? null
        : number(place.verdict().behind().mean() + halves * place.verdict().behind().half());
  }

  /** Returns null for NaN. */
  static Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
