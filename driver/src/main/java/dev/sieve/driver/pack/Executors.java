package dev.sieve.driver.pack;

import static dev.sieve.Checks.check;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The machines that train.
 *
 * @param count executors
 * @param coresOfEach which the packs of an executor share
 */
public record Executors(int count, int coresOfEach) {
  public Executors {
    check(
        count >= 1 && coresOfEach >= 1,
        "executors and their cores must be >= 1, but were %d and %d",
        count,
        coresOfEach);
  }

  public int cores() {
    return count * coresOfEach;
  }

  static List<Pack> longestFirst(List<Pack> packs) {
    return packs.stream().sorted(Comparator.comparingDouble(PackCost::of).reversed()).toList();
  }

  /** One executor, what its packs cost together, and how long the longest one takes at least. */
  private record Load(double cost, double longest) {
    Load with(Pack pack, double ofPack, int cores) {
      double alone = ofPack / Math.min(cores, PackCost.threads(pack));
      return new Load(cost + ofPack, Math.max(longest, alone));
    }

    double time(int cores) {
      return Math.max(longest, cost / cores);
    }
  }

  /**
   * Returns when the last executor is done, where each pack, longest first, goes to the one with
   * the least to do.
   *
   * @param cost of a pack on one core, in any unit
   */
  public double makespan(List<Pack> packs, ToDoubleFunction<Pack> cost) {
    PriorityQueue<Load> loads = new PriorityQueue<>(Comparator.comparingDouble(Load::cost));
    IntStream.range(0, count).forEach(i -> loads.add(new Load(0, 0)));
    double end = 0;
    for (Pack pack : longestFirst(packs)) {
      Load load = loads.remove().with(pack, cost.applyAsDouble(pack), coresOfEach);
      loads.add(load);
      end = Math.max(end, load.time(coresOfEach));
    }
    return end;
  }
}
