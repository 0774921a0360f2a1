package dev.sieve.driver.plan.cube;

import dev.sieve.importance.Effect;
import dev.sieve.importance.Importance;
import dev.sieve.result.ImportanceRow;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.Evaluation;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.cube.Outcome;
import dev.sieve.sample.cube.Point;
import dev.sieve.sample.gp.Smoothed;
import dev.sieve.space.SearchSpace;
import dev.sieve.trial.Metric;
import dev.sieve.trial.Score;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of the configurations of a stage, in the order of its trials: all repeats of one are a
 * single evaluation.
 */
public final class Configurations {
  private final Cube cube;
  private final TrialLegs legs;
  private final List<String> names;
  private final Map<Point, List<TrialResult>> results = new LinkedHashMap<>();
  private final Metric metric;
  private final int validationImages;

  /**
   * @param space that they were drawn from
   * @param legs of the trials of the stage
   * @param metric what the search maximizes
   * @param validationImages behind each accuracy, which decide its noise
   */
  public Configurations(SearchSpace space, TrialLegs legs, Metric metric, int validationImages) {
    SearchedCube searched = new SearchedCube(space);
    this.cube = searched.cube();
    this.names = searched.names();
    this.metric = metric;
    this.validationImages = validationImages;
    this.legs = legs;
    for (TrialResult result : legs.latest()) {
      results
          .computeIfAbsent(searched.seen(result.trial().point()), point -> new ArrayList<>())
          .add(result);
    }
  }

  /** Returns how many there are. */
  public int count() {
    return results.size();
  }

  /** Returns them as samplers want to be told. */
  public History history() {
    List<Evaluation> evaluations = new ArrayList<>();
    results.forEach((point, repeats) -> evaluations.add(new Evaluation(point, outcome(repeats))));
    return new History(evaluations);
  }

  /**
   * Returns the mean of the repeats that completed, or are expected to; of accuracies the noise is
   * at least binomial.
   */
  private Outcome outcome(List<TrialResult> repeats) {
    double[] worths =
        repeats.stream().mapToDouble(this::worth).filter(worth -> !Double.isNaN(worth)).toArray();
    if (worths.length == 0) {
      return new Outcome.Failed();
    }
    double sum = 0;
    for (double worth : worths) {
      sum += worth;
    }
    double mean = sum / worths.length;
    double images = (double) worths.length * validationImages;
    return new Outcome.Score(mean, metric.knownVariance(mean, images));
  }

  private double worth(TrialResult result) {
    return result.status() == Status.PRUNED ? legs.expected(result, metric) : metric.worth(result);
  }

  /**
   * Returns what each searched hyperparameter, and each pair, does to what the search maximizes;
   * none where too little is searched or known.
   */
  public List<ImportanceRow> importance(String search, String stage) {
    return Importance.of(cube, history()).stream()
        .flatMap(of -> of.effects().stream().map(effect -> row(search, stage, of.chance(), effect)))
        .toList();
  }

  private ImportanceRow row(String search, String stage, double chance, Effect effect) {
    List<String> named = effect.axes().stream().map(names::get).toList();
    return new ImportanceRow(
        search,
        stage,
        results.size(),
        named.get(0),
        named.size() == 1 ? null : named.get(1),
        effect.share(),
        effect.deviation(),
        effect.shareOfBest(),
        effect.deviationOfBest(),
        chance);
  }

  /** Returns the score of each trial that completed: that of its configuration. */
  public Map<Trial, Score> scores() {
    List<Smoothed> smoothed = Smoothed.of(cube, history());
    Map<Trial, Score> scores = new HashMap<>();
    int next = 0;
    for (List<TrialResult> repeats : results.values()) {
      Smoothed one = smoothed.get(next++);
      repeats.stream()
          .filter(result -> result.status() == Status.COMPLETED)
          .forEach(result -> scores.put(result.trial(), new Score(one.score(), one.deviation())));
    }
    return scores;
  }
}
