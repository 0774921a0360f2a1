package dev.sieve.driver.search;

import dev.sieve.space.Augmentation;
import dev.sieve.trial.Packing;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** Puts trials together into packs: large ones train faster, but all cores must have one. */
final class Packer {
  /**
   * What a pack costs beside its trials, in trials: the loader, and panels that are not full.
   * Measured by {@code submit/sieve bench} on an AMD EPYC (Zen 4), m = 50, batch 100: a step of a
   * pack of 1, 4 and 8 took 0.98, 3.04 and 5.78 ms on one core.
   */
  static final double COST_OF_A_PACK = 0.45;

  /** Ways of splitting that are tried: into packs of about this share of a core's work. */
  private static final double[] SHARES = {1, 0.75, 0.5, 0.35, 0.25, 0.15};

  private Packer() {}

  /**
   * Returns packs of exactly {@code size} trials, in the trials' order, the last of a kind smaller.
   */
  static List<Pack> fixed(List<Trial> trials, int size) {
    List<Pack> packs = new ArrayList<>();
    for (List<Trial> group : groups(trials, Map.of())) {
      for (int from = 0; from < group.size(); from += size) {
        packs.add(new Pack(group.subList(from, Math.min(group.size(), from + size))));
      }
    }
    return longestFirst(packs);
  }

  /**
   * Returns packs of at most {@code packing.size()} trials that keep {@code cores} busy for the
   * shortest time, as far as {@link Pack#cost} tells.
   */
  static List<Pack> spread(List<Trial> trials, Packing packing, int cores) {
    return spread(trials, packing, cores, Map.of());
  }

  /**
   * As {@link #spread(List, Packing, int)}, but only trials that go on from the same checkpoint
   * share a pack.
   *
   * @param origins the checkpoints of those that have one
   */
  static List<Pack> spread(
      List<Trial> trials, Packing packing, int cores, Map<Trial, String> origins) {
    List<List<Trial>> groups = groups(trials, origins);
    double total =
        groups.stream().mapToDouble(group -> group.size() * (double) group.get(0).epochs()).sum();
    List<Pack> best = null;
    for (double share : SHARES) {
      List<Pack> packs = new ArrayList<>();
      for (List<Trial> group : groups) {
        double cost = group.size() * (double) group.get(0).epochs();
        int wanted = (int) Math.round(cost / (share * total / cores));
        int least = (group.size() + packing.size() - 1) / packing.size();
        packs.addAll(evenly(group, Math.max(least, Math.min(group.size(), wanted))));
      }
      if (best == null || makespan(packs, cores) < makespan(best, cores)) {
        best = packs;
      }
    }
    return best == null ? List.of() : longestFirst(best);
  }

  /** Trials that may share a pack, each group in its trials' order. */
  private static List<List<Trial>> groups(List<Trial> trials, Map<Trial, String> origins) {
    record Kind(
        String stage,
        int repeat,
        int epochs,
        int batchSize,
        Augmentation augmentation,
        String origin) {}

    Map<Kind, List<Trial>> groups = new LinkedHashMap<>();
    for (Trial trial : trials) {
      Kind kind =
          new Kind(
              trial.stage(),
              trial.repeat(),
              trial.epochs(),
              trial.hyperparameters().batchSize(),
              trial.hyperparameters().augmentation(),
              origins.get(trial));
      groups.computeIfAbsent(kind, k -> new ArrayList<>()).add(trial);
    }
    return List.copyOf(groups.values());
  }

  private static List<Pack> evenly(List<Trial> group, int packs) {
    return IntStream.range(0, packs)
        .mapToObj(
            i -> new Pack(group.subList(i * group.size() / packs, (i + 1) * group.size() / packs)))
        .toList();
  }

  private static List<Pack> longestFirst(List<Pack> packs) {
    return packs.stream().sorted(Comparator.comparingDouble(Pack::cost).reversed()).toList();
  }

  /** Returns when the last of {@code cores} is done, each taking the longest pack that is left. */
  private static double makespan(List<Pack> packs, int cores) {
    PriorityQueue<Double> busyUntil = new PriorityQueue<>();
    IntStream.range(0, cores).forEach(core -> busyUntil.add(0.0));
    double end = 0;
    for (Pack pack : longestFirst(packs)) {
      double done = busyUntil.remove() + pack.cost();
      busyUntil.add(done);
      end = Math.max(end, done);
    }
    return end;
  }
}
