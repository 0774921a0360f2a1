package dev.sieve.driver.pack;

import dev.sieve.space.AxisValues;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Puts trials together into packs: large ones train faster, but all cores must be busy to the end.
 */
public final class Packer {
  /** A wider first layer is as fast alone, and eight of them together would take 100 MB. */
  private static final int WIDEST = 1024;

  /** Ways of splitting that are tried: into packs of about this share of a core's work. */
  private static final double[] SHARES = {8, 4, 2, 1, 0.75, 0.5, 0.35, 0.25, 0.15};

  private static final Comparator<Trial> LONGEST_FIRST =
      Comparator.comparingDouble((Trial trial) -> PackCost.work(trial)).reversed();

  private final int most;
  private final Executors executors;

  /**
   * @param most trials of one pack
   */
  public Packer(int most, Executors executors) {
    this.most = most;
    this.executors = executors;
  }

  /** Trials that may share a pack. */
  private record Kind<S>(S share, int repeat, AxisValues shared, boolean wide, String checkpoint) {

    static <S> Kind<S> of(S share, Trial trial, String checkpoint) {
      return new Kind<>(
          share,
          trial.repeat(),
          trial.hyperparameters().shared(),
          PackCost.columns(trial) > WIDEST,
          checkpoint);
    }
  }

  /**
   * Returns packs of all {@code trials}, by what their tasks share, that keep the executors busy
   * for the shortest time, as far as {@link PackCost} tells.
   *
   * @param checkpoints of those that go on from one: only trials with the same one share a pack
   */
  public List<JobPlan> plan(Map<JobShare, List<Trial>> trials, Map<Trial, String> checkpoints) {
    return packs(trials, checkpoints).entrySet().stream()
        .map(job -> new JobPlan(job.getKey(), Executors.longestFirst(job.getValue())))
        .toList();
  }

  /**
   * Returns the same packs, by whatever stands for what their tasks share.
   *
   * @param <S> equal where trials may share a pack
   */
  public <S> Map<S, List<Pack>> packs(Map<S, List<Trial>> trials, Map<Trial, String> checkpoints) {
    Map<Kind<S>, List<Trial>> groups = groups(trials, checkpoints);
    double total = groups.values().stream().mapToDouble(PackCost::work).sum();
    Map<Kind<S>, List<Pack>> best = Map.of();
    double least = Double.POSITIVE_INFINITY;
    for (double share : SHARES) {
      double work = share * total / executors.cores();
      Map<Kind<S>, List<Pack>> packs = new LinkedHashMap<>();
      groups.forEach((kind, group) -> packs.put(kind, split(kind, group, work)));
      double time =
          executors.makespan(packs.values().stream().flatMap(List::stream).toList(), PackCost::of);
      if (time < least) {
        best = packs;
        least = time;
      }
    }
    Map<S, List<Pack>> byShare = new LinkedHashMap<>();
    best.forEach(
        (kind, some) -> byShare.computeIfAbsent(kind.share(), s -> new ArrayList<>()).addAll(some));
    return byShare;
  }

  /** Returns the trials by kind, the longest first. */
  private static <S> Map<Kind<S>, List<Trial>> groups(
      Map<S, List<Trial>> trials, Map<Trial, String> checkpoints) {
    Map<Kind<S>, List<Trial>> groups = new LinkedHashMap<>();
    trials.forEach(
        (share, some) ->
            some.forEach(
                trial ->
                    groups
                        .computeIfAbsent(
                            Kind.of(share, trial, checkpoints.get(trial)),
                            kind -> new ArrayList<>())
                        .add(trial)));
    groups.values().forEach(group -> group.sort(LONGEST_FIRST));
    return groups;
  }

  /** Returns packs of about {@code work} each. */
  private List<Pack> split(Kind<?> kind, List<Trial> group, double work) {
    int least = kind.wide() ? group.size() : (group.size() + most - 1) / most;
    long wanted = Math.round(PackCost.work(group) / work);
    return deal(group, (int) Math.max(least, Math.min(group.size(), wanted)));
  }

  /** A pack that is being filled. */
  private record Bin(int index, double work, List<Trial> trials) {
    Bin with(Trial trial) {
      trials.add(trial);
      return new Bin(index, work + PackCost.work(trial), trials);
    }
  }

  /** Returns {@code packs} packs, each trial dealt to the one with the least work so far. */
  private List<Pack> deal(List<Trial> group, int packs) {
    PriorityQueue<Bin> open =
        new PriorityQueue<>(Comparator.comparingDouble(Bin::work).thenComparing(Bin::index));
    IntStream.range(0, packs).forEach(i -> open.add(new Bin(i, 0, new ArrayList<>())));
    List<Bin> full = new ArrayList<>();
    for (Trial trial : group) {
      Bin bin = open.remove().with(trial);
      if (bin.trials().size() < most) {
        open.add(bin);
      } else {
        full.add(bin);
      }
    }
    full.addAll(open);
    return full.stream()
        .sorted(Comparator.comparingInt(Bin::index))
        .map(bin -> new Pack(bin.trials()))
        .toList();
  }
}
