package dev.sieve.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Which configurations are best: those of which every repeat completed first, then by the mean of
 * what their repeats are worth, then in their order.
 */
public final class Ranking {
  private Ranking() {}

  /**
   * A configuration in a ranking.
   *
   * @param repeats its trials, in their order
   */
  public record Place<T>(List<T> repeats, Standing standing) {
    public Place {
      repeats = List.copyOf(repeats);
    }

    /** Returns its first trial, which says what it is. */
    public T first() {
      return repeats.get(0);
    }
  }

  /**
   * Returns the configurations of which at least one repeat completed, best first.
   *
   * @param configuration what the repeats of one configuration have in common
   * @param worth {@link Metric#worth}, or a score; NaN for a trial that did not complete
   */
  public static <T> List<Place<T>> of(
      List<T> trials, Function<T, ?> configuration, ToDoubleFunction<T> worth) {
    Map<Object, List<T>> groups = new LinkedHashMap<>();
    for (T trial : trials) {
      groups.computeIfAbsent(configuration.apply(trial), key -> new ArrayList<>()).add(trial);
    }
    return groups.values().stream()
        .map(group -> place(group, worth))
        .filter(place -> !Double.isNaN(place.standing().mean()))
        .sorted(Comparator.comparing(Place::standing, Standing.BEST_FIRST))
        .toList();
  }

  private static <T> Place<T> place(List<T> repeats, ToDoubleFunction<T> worth) {
    return new Place<>(repeats, Standing.of(repeats.stream().mapToDouble(worth).toArray()));
  }
}
