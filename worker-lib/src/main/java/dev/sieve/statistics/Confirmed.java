package dev.sieve.statistics;

import static dev.sieve.Checks.check;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What fresh repeats say of the configurations that seemed best: which one is, and how sure that
 * is.
 */
public final class Confirmed {
  private final List<Entrant> entrants;
  private final long images;
  private final Optional<Spread> within;
  private final Optional<Posterior> posterior;
  private final List<Integer> ranking;
  private final Comparison comparison;

  /**
   * @param entrants at least one
   * @param images that each accuracy was measured on
   */
  public Confirmed(List<Entrant> entrants, long images) {
    check(!entrants.isEmpty(), "there must be an entrant, but was none");
    this.entrants = List.copyOf(entrants);
    this.images = images;
    List<List<Double>> repeats = entrants.stream().map(Entrant::repeats).toList();
    this.within = Spread.within(repeats);
    this.posterior =
        entrants.stream().allMatch(one -> one.known().isEmpty())
            ? Optional.empty()
            : Optional.of(new Posterior(entrants, noise(repeats)));
    this.ranking = rank();
    this.comparison = new Comparison(repeats, ranking.get(0), images);
  }

  /** What trainings differ by; where these are too few to say, what images alone would do. */
  private Spread noise(List<List<Double>> repeats) {
    double mean = Mean.of(repeats.stream().flatMap(row -> Mean.known(row).stream()).toList());
    double finest = 1.0 / images / images; // accuracies are multiples of 1/n
    return Spread.paired(repeats)
        .map(paired -> new Spread(Math.max(finest, paired.variance()), paired.degrees()))
        .orElseGet(() -> new Spread(Interval.ofImages(mean, images), Double.POSITIVE_INFINITY));
  }

  private List<Integer> rank() {
    Comparator<Integer> failures = Comparator.comparingInt(this::failures);
    return IntStream.range(0, entrants.size())
        .boxed()
        .sorted(failures.thenComparing(i -> -score(i))) // NaN last
        .toList();
  }

  private int failures(int i) {
    return entrants.get(i).repeats().size() - entrants.get(i).known().size();
  }

  /**
   * Returns the entrants, best score first: those without a failed repeat before all others, equals
   * in their order.
   */
  public List<Integer> ranking() {
    return ranking;
  }

  /** Returns what is to be said of each entrant, in their order. */
  public List<Verdict> verdicts() {
    List<Double> probabilities =
        posterior.map(Posterior::best).orElse(Collections.nCopies(entrants.size(), 0.0));
    return IntStream.range(0, entrants.size())
        .mapToObj(
            i ->
                new Verdict(
                    mean(i),
                    interval(i),
                    score(i),
                    deviation(i),
                    probabilities.get(i),
                    comparison.to(i)))
        .toList();
  }

  /** Returns the posterior mean of entrant {@code i}; NaN where no repeat of it is known. */
  public double score(int i) {
    return entrants.get(i).known().isEmpty() ? Double.NaN : posterior.orElseThrow().score(i);
  }

  /** Returns the deviation of what the score leaves open; NaN likewise. */
  public double deviation(int i) {
    return entrants.get(i).known().isEmpty() ? Double.NaN : posterior.orElseThrow().deviation(i);
  }

  /** Returns the mean of those repeats of entrant {@code i} that are known; NaN of none. */
  public double mean(int i) {
    return Mean.of(entrants.get(i).known());
  }

  private Optional<Interval> interval(int i) {
    int trainings = entrants.get(i).known().size();
    return trainings == 0
        ? Optional.empty()
        : Optional.of(
            within
                .map(seeds -> Interval.ofTrainings(mean(i), trainings, seeds, images))
                .orElseGet(() -> Interval.ofAccuracy(mean(i), images)));
  }

  /** Returns the differences between the best and all others. */
  public Comparison comparison() {
    return comparison;
  }
}
