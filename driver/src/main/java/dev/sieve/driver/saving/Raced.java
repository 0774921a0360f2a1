package dev.sieve.driver.saving;

import dev.sieve.space.Candidate;
import dev.sieve.statistics.Race;
import dev.sieve.trial.Status;
import dev.sieve.trial.TrialResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a race of repeats has saved in a stage.
 *
 * @param configurations that have begun
 * @param repeats of those that stay in the race
 * @param trainings of all repeats so far
 * @param comparisons that the race had in mind
 * @param left why configurations have got no further repeats, by configuration: {@link #WORSE} or
 *     {@link #FAILED}
 */
public record Raced(
    String stage,
    int configurations,
    int repeats,
    int trainings,
    int comparisons,
    Map<Candidate, String> left) {
  /** Significantly worse than the best so far. */
  public static final String WORSE = "worse";

  /** One of its repeats did not complete. */
  public static final String FAILED = "failed";

  /** Returns that of a stage whose trials have come so far. */
  public static Raced of(StageTrials trials, List<TrialResult> latest) {
    Map<Candidate, String> left = new LinkedHashMap<>();
    for (TrialResult result : latest) {
      Candidate candidate = result.trial().candidate();
      if (result.status() != Status.COMPLETED && trials.lacksRepeats(candidate)) {
        left.put(candidate, FAILED);
      } else if (trials.isRepeatedNoFurther(candidate)) {
        left.putIfAbsent(candidate, WORSE);
      }
    }
    int most = trials.stage().conf().repeats();
    return new Raced(
        trials.stage().name(),
        (int) latest.stream().map(result -> result.trial().candidate()).distinct().count(),
        most,
        latest.size(),
        new Race(trials.stage().conf().plan().configurations(), most, 0).comparisons(),
        Collections.unmodifiableMap(left));
  }

  /** Returns how many configurations have left for {@code reason}. */
  public int left(String reason) {
    return Collections.frequency(left.values(), reason);
  }

  /** Returns the trainings that all repeats of all configurations would have been. */
  public int whole() {
    return configurations * repeats;
  }
}
