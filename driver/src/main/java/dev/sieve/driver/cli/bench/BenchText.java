package dev.sieve.driver.cli.bench;

import dev.sieve.Texts;
import dev.sieve.bench.Phases;
import dev.sieve.bench.Speed;
import dev.sieve.bench.Work;
import dev.sieve.driver.cli.show.TextTable;
import dev.sieve.engine.netlib.NetlibLibrary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The tables that {@link BenchCommand} prints. */
final class BenchText {
  private BenchText() {}

  /** What the columns mean. */
  static final String LEGEND =
      """
      K: networks that train together in one pack; their weights stand side by side.
      packs: packs that train at the same time, each on an equal share of the cores.
      of sgemm: GFLOP/s as a share of what OpenBLAS's sgemm reaches with large square matrices on as many cores.
      at its shapes: the same, but sgemm multiplies matrices of the shapes that a training step has.
      netlib: GFLOP/s of the same training with engine = netlib; ratio: of the own kernels to it.
      """;

  /**
   * Returns speeds, a line each.
   *
   * @param peaks GFLOP/s of sgemm by cores, as far as they were measured
   * @param shaped GFLOP/s of sgemm on one core at the shapes of a kind of work, likewise
   */
  static String speeds(
      List<Measured> speeds, Map<Integer, Double> peaks, Map<Work, Double> shaped) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "hidden",
            "K",
            "packs",
            "cores",
            "us a step",
            "trial-epochs/s",
            "GFLOP/s",
            "of sgemm",
            "at its shapes",
            "netlib",
            "ratio"));
    for (Measured both : speeds) {
      Speed own = both.own();
      rows.add(row(both, peaks.get(own.cores()), shaped.get(own.work())));
    }
    return TextTable.aligned(rows);
  }

  /** Returns a line of the table; {@code peak} and {@code shaped} may be null. */
  private static List<String> row(Measured both, Double peak, Double shaped) {
    Speed speed = both.own();
    return List.of(
        hidden(speed.work()),
        String.valueOf(speed.work().networks()),
        String.valueOf(speed.packs()),
        String.valueOf(speed.cores()),
        number("%.0f", speed.microseconds()),
        number("%.2f", speed.trialEpochs()),
        number("%.1f", speed.gigaflops()),
        share(speed, peak, 1),
        share(speed, shaped, speed.cores()),
        both.netlib().map(other -> number("%.1f", other.gigaflops())).orElse(""),
        both.netlib().isPresent() ? number("%.2f", both.ratio()) : "");
  }

  /**
   * Returns in a sentence which engine is faster here, and by how much.
   *
   * @param library what netlib called
   */
  static String verdict(List<Measured> speeds, NetlibLibrary library) {
    List<Measured> ranked =
        speeds.stream()
            .filter(both -> both.netlib().isPresent())
            .sorted(Comparator.comparingDouble(Measured::ratio))
            .toList();
    double median = ranked.get(ranked.size() / 2).ratio();
    boolean own = median >= 1;
    long wins = ranked.stream().filter(both -> both.ratio() >= 1 == own).count();
    Measured least = ranked.get(0);
    Measured most = ranked.get(ranked.size() - 1);
    return Texts.format(
        "%s faster here in %d of %d measurements: %s times as fast by the median, %s at least (%s), %s at most (%s)%n",
        own
            ? "engine = sieve is"
            : Texts.format("engine = netlib with library = %s is", library.text()),
        wins,
        ranked.size(),
        times(median, own),
        times((own ? least : most).ratio(), own),
        name(own ? least : most),
        times((own ? most : least).ratio(), own),
        name(own ? most : least));
  }

  private static String times(double ratio, boolean own) {
    return number("%.2f", own ? ratio : 1 / ratio);
  }

  private static String name(Measured both) {
    Speed speed = both.own();
    return Texts.format(
        "hidden %s, K %d, packs %d, cores %d",
        hidden(speed.work()), speed.work().networks(), speed.packs(), speed.cores());
  }

  private static String share(Speed speed, Double peak, int cores) {
    return peak == null ? "" : number("%.0f %%", 100 * speed.gigaflops() / (cores * peak));
  }

  /** Returns where the time of steps goes, a line for each kind of work. */
  static String phases(Map<Work, Phases> phases) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("hidden", "K", "load us", "product 1 us", "between us", "product 2 us"));
    phases.forEach((work, one) -> rows.add(row(work, one)));
    return TextTable.aligned(rows);
  }

  private static List<String> row(Work work, Phases phases) {
    return List.of(
        hidden(work),
        String.valueOf(work.networks()),
        number("%.0f", phases.load()),
        number("%.0f", phases.forward()),
        number("%.0f", phases.between()),
        number("%.0f", phases.update()));
  }

  private static String hidden(Work work) {
    return work.hidden().isEmpty() ? "none" : String.valueOf(work.hidden().get(0));
  }

  private static String number(String format, double value) {
    return Texts.format(format, value);
  }
}
