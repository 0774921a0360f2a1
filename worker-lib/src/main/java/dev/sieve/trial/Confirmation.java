package dev.sieve.trial;

import dev.sieve.space.Candidate;
import dev.sieve.statistics.Comparison;
import dev.sieve.statistics.Confirmed;
import dev.sieve.statistics.Entrant;
import dev.sieve.statistics.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the fresh repeats of some configurations say, beside what the stage knew that chose them.
 */
public final class Confirmation {
  /** A score that is certain would leave fresh repeats nothing to say. */
  private static final double LEAST_DEVIATION = 1e-6;

  private final List<Chosen> chosen;
  private final List<List<TrialResult>> repeats;
  private final Confirmed confirmed;

  /**
   * A configuration as the stage knew it that chose it.
   *
   * @param first its first trial there
   * @param accuracy mean of its repeats' validation accuracies there
   * @param score by the smoothed results of that stage
   * @param worth what it was chosen by: accuracy, or the mean of the score
   */
  public record Chosen(Trial first, double accuracy, Score score, double worth) {}

  /**
   * A configuration in its place.
   *
   * @param number from 1
   * @param repeats its fresh repeats, at least one
   */
  public record Place(int number, List<TrialResult> repeats, Verdict verdict, Chosen before) {
    public Place {
      repeats = List.copyOf(repeats);
    }

    /** Returns its first fresh repeat, which says what it is. */
    public Trial first() {
      return repeats.get(0).trial();
    }

    /** Returns how much better it seemed before than its fresh repeats are on average. */
    public double flattered() {
      return before.worth() - verdict.mean();
    }
  }

  /**
   * @param before what was known of each configuration
   * @param fresh results of their fresh repeats so far, by trial; at least one
   * @param images that validate
   */
  public Confirmation(Map<Candidate, Chosen> before, List<TrialResult> fresh, int images) {
    Map<Candidate, List<TrialResult>> groups = new LinkedHashMap<>();
    fresh.forEach(
        result ->
            groups.computeIfAbsent(result.trial().candidate(), c -> new ArrayList<>()).add(result));
    this.chosen = groups.keySet().stream().map(before::get).toList();
    this.repeats = List.copyOf(groups.values());
    this.confirmed =
        new Confirmed(IntStream.range(0, chosen.size()).mapToObj(this::entrant).toList(), images);
  }

  private Entrant entrant(int i) {
    Score score = chosen.get(i).score();
    return new Entrant(
        score.mean(),
        Math.max(LEAST_DEVIATION, score.deviation()),
        repeats.get(i).stream().map(TrialResult::validationAccuracy).toList());
  }

  /** Returns the score of each fresh repeat that completed: that of its configuration. */
  public Map<Trial, Score> scores() {
    Map<Trial, Score> scores = new HashMap<>();
    for (int i = 0; i < repeats.size(); i++) {
      Score score = new Score(confirmed.score(i), confirmed.deviation(i));
      repeats.get(i).stream()
          .filter(result -> result.status() == Status.COMPLETED)
          .forEach(result -> scores.put(result.trial(), score));
    }
    return scores;
  }

  /** Returns all configurations, best first. */
  public List<Place> places() {
    List<Verdict> verdicts = confirmed.verdicts();
    List<Place> places = new ArrayList<>();
    for (int i : confirmed.ranking()) {
      places.add(new Place(places.size() + 1, repeats.get(i), verdicts.get(i), chosen.get(i)));
    }
    return places;
  }

  /** Returns the differences between the best and all others. */
  public Comparison comparison() {
    return confirmed.comparison();
  }
}
