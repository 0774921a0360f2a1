package dev.sieve.sample.gp;

import dev.sieve.sample.cube.Aligned;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.Evaluation;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.cube.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A process fitted to scores, with the way back to their units. Failed evaluations count as the
 * worst score. What other searches found counts, too: each of their scores is off by an amount that
 * is not known, and the same for all of a search.
 */
record Model(Standardization units, GaussianProcess process) {

  /**
   * Returns that of what {@code history} was told, which holds a score at least; of more than
   * {@link Thinning#LARGEST} a part is used, the search's own before others'.
   */
  static Model of(Cube cube, History history) {
    List<Evaluation> used = new ArrayList<>(thinned(history.told(), Thinning.LARGEST));
    int own = used.size();
    List<Integer> searches = new ArrayList<>(Collections.nCopies(own, 0));
    addLearned(history, used, searches);
    double worst =
        used.stream().filter(Evaluation::scored).mapToDouble(Evaluation::score).min().orElseThrow();
    int n = used.size();
    double[] scores = new double[n];
    for (int i = 0; i < n; i++) {
      scores[i] = used.get(i).scored() ? used.get(i).score() : worst;
    }
    Standardization units = Standardization.of(scores);
    double[] values = new double[n];
    double[] noise = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = units.apply(scores[i]);
      noise[i] = used.get(i).variance() / (units.scale() * units.scale());
    }
    List<Point> points = used.stream().map(Evaluation::point).toList();
    int[] sources = searches.stream().mapToInt(Integer::intValue).toArray();
    return new Model(
        units,
        GaussianProcess.fitted(new Observations(new Metric(cube), points, values, noise, sources)));
  }

  private static List<Evaluation> thinned(List<Evaluation> told, int most) {
    return Thinning.of(told, most).stream().map(told::get).toList();
  }

  /** Adds what other searches found to {@code used}, and the number of each to {@code searches}. */
  private static void addLearned(History history, List<Evaluation> used, List<Integer> searches) {
    List<List<Evaluation>> learned = Aligned.learned(history);
    List<Evaluation> all = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (int search = 0; search < learned.size(); search++) {
      all.addAll(learned.get(search));
      numbers.addAll(Collections.nCopies(learned.get(search).size(), search + 1));
    }
    for (int kept : Thinning.of(all, Thinning.LARGEST - used.size())) {
      used.add(all.get(kept));
      searches.add(numbers.get(kept));
    }
  }
}
