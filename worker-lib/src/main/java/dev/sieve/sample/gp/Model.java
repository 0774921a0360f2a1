package dev.sieve.sample.gp;

import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.Evaluation;
import dev.sieve.sample.cube.Point;
import java.util.List;

/**
 * A process fitted to scores, with the way back to their units. Failed evaluations count as the
 * worst score.
 */
record Model(Standardization units, GaussianProcess process) {

  /**
   * Returns that of {@code told}, which holds a score at least; of more than {@link
   * Thinning#LARGEST} a part is used.
   */
  static Model of(Cube cube, List<Evaluation> told) {
    double worst =
        told.stream().filter(Evaluation::scored).mapToDouble(Evaluation::score).min().orElseThrow();
    List<Evaluation> used = Thinning.of(told);
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
    return new Model(
        units, GaussianProcess.fitted(new Observations(new Metric(cube), points, values, noise)));
  }
}
