package dev.sieve.sample.tpe;

import dev.sieve.sample.cube.Cube;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How wide kernels are along an axis: as far as to the farther neighbour. */
final class Bandwidths {
  private static final double LEAST = 0.1;

  private Bandwidths() {}

  /**
   * Returns the deviation of each of n kernels: the gap to the farther of its two neighbours, among
   * which is the prior in the middle; at least max(.1, 1/n), and one level where there are levels.
   *
   * @param levels of the axis; 0 if it is continuous
   */
  static double[] of(List<Double> centers, int levels) {
    int n = centers.size();
    double least = Math.max(Math.max(LEAST, 1.0 / Math.max(1, n)), levels > 0 ? 1.0 / levels : 0);
    List<Double> sorted = new ArrayList<>(centers);
    sorted.add(Cube.NOT_APPLYING);
    sorted.sort(null);
    double[] places = sorted.stream().mapToDouble(u -> u).toArray();
    double[] bandwidths = new double[n];
    for (int i = 0; i < n; i++) {
      int at = Arrays.binarySearch(places, centers.get(i));
      double gap = 0;
      if (at > 0) {
        gap = places[at] - places[at - 1];
      }
      if (at < n) {
        gap = Math.max(gap, places[at + 1] - places[at]);
      }
      bandwidths[i] = Math.min(1, Math.max(least, gap));
    }
    return bandwidths;
  }
}
