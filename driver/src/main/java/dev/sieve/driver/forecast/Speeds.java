package dev.sieve.driver.forecast;

import static dev.sieve.Checks.check;

import dev.sieve.bench.ExampleKind;
import dev.sieve.bench.PackTimer;
import dev.sieve.driver.pack.Pack;
import dev.sieve.driver.pack.PackCost;
import dev.sieve.space.AxisValues;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How fast a core trains packs: given, or measured on this machine for the kinds of packs that cost
 * most. A kind that was not measured is as fast as the one that costs most.
 */
public final class Speeds {
  /** Kinds that are measured, at most: each takes a fifth of a second. */
  private static final int MEASURED = 4;

  /** Networks of the pack that {@code bench} shows to be fastest with 50 hidden units. */
  private static final int FASTEST = 8;

  /** How far one search is from another, with steps that were timed. */
  private static final Range TIMED = new Range(0.88, 1, 1.15);

  /** The same, where one figure stands for all packs. */
  private static final Range GIVEN = new Range(0.75, 1, 1.35);

  private final Map<Kind, Double> rates;
  private final double usual;
  private final Range spread;

  /** Packs whose updates differ in their number of networks alone, more or less. */
  private record Kind(ExampleKind inputs, AxisValues shared, List<Integer> hidden) {
    static Kind of(Share share, Pack pack) {
      Trial first = pack.trials().get(0);
      return new Kind(
          share.inputs(), first.hyperparameters().shared(), first.hyperparameters().hidden());
    }
  }

  private Speeds(Map<Kind, Double> rates, double usual, Range spread) {
    this.rates = Map.copyOf(rates);
    this.usual = usual;
    this.spread = spread;
  }

  /**
   * Returns those of a machine.
   *
   * @param gigaflops floating-point operations per nanosecond that a core reaches with packs of
   *     eight networks of 50 hidden units, as {@code bench} prints them
   */
  public static Speeds given(double gigaflops) {
    check(gigaflops > 0, "gigaflops must be > 0, but were %s", gigaflops);
    return new Speeds(Map.of(), 1e9 * gigaflops * (FASTEST + PackCost.OF_A_PACK) / FASTEST, GIVEN);
  }

  /** Times a few updates of the packs among {@code packs} that cost most. */
  static Speeds measured(Map<Share, List<Pack>> packs, PackWork work, PackTimer timer) {
    Map<Kind, Group> groups = new LinkedHashMap<>();
    packs.forEach(
        (share, some) ->
            some.forEach(
                pack ->
                    groups
                        .computeIfAbsent(Kind.of(share, pack), kind -> new Group(share))
                        .add(pack, work.of(share, pack))));
    Map<Kind, Double> rates = new HashMap<>();
    List<Map.Entry<Kind, Group>> costliest =
        groups.entrySet().stream()
            .sorted(Comparator.comparingDouble(group -> -group.getValue().cost))
            .limit(MEASURED)
            .toList();
    costliest.forEach(group -> rates.put(group.getKey(), group.getValue().rate(timer)));
    return new Speeds(rates, rates.get(costliest.get(0).getKey()), TIMED);
  }

  /** The packs of one kind. */
  private static final class Group {
    private final Share share;
    private final List<Pack> packs = new ArrayList<>();
    private double cost;

    Group(Share share) {
      this.share = share;
    }

    void add(Pack pack, double ofPack) {
      packs.add(pack);
      cost += ofPack;
    }

    /** Returns the operations per second of the pack of middling size. */
    double rate(PackTimer timer) {
      packs.sort(Comparator.comparingInt(pack -> pack.trials().size()));
      List<Trial> typical = packs.get(packs.size() / 2).trials();
      return PackWork.ofUpdate(share, typical)
          / timer.secondsPerUpdate(typical, share.inputs(), share.train());
    }
  }

  /** Returns the operations per second of a core that trains {@code pack}. */
  double rate(Share share, Pack pack) {
    return rates.getOrDefault(Kind.of(share, pack), usual);
  }

  /** Returns how far from what they tell a search may be, as factors. */
  Range spread() {
    return spread;
  }
}
