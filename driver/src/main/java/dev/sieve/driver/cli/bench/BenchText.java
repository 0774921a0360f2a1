package dev.sieve.driver.cli.bench;

import dev.sieve.bench.Phases;
import dev.sieve.bench.Speed;
import dev.sieve.bench.Work;
import dev.sieve.driver.cli.show.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables that {@link BenchCommand} prints. */
final class BenchText {
  private BenchText() {}

  /**
   * Returns speeds, a line each.
   *
   * @param peaks GFLOP/s of sgemm by cores, as far as they were measured
   * @param shaped GFLOP/s of sgemm on one core at the shapes of a kind of work, likewise
   */
  static String speeds(List<Speed> speeds, Map<Integer, Double> peaks, Map<Work, Double> shaped) {
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
            "at its shapes"));
    speeds.forEach(
        speed -> rows.add(row(speed, peaks.get(speed.cores()), shaped.get(speed.work()))));
    return TextTable.aligned(rows);
  }

  /** Returns a line of the table; {@code peak} and {@code shaped} may be null. */
  private static List<String> row(Speed speed, Double peak, Double shaped) {
    return List.of(
        hidden(speed.work()),
        String.valueOf(speed.work().networks()),
        String.valueOf(speed.packs()),
        String.valueOf(speed.cores()),
        number("%.0f", speed.microseconds()),
        number("%.2f", speed.trialEpochs()),
        number("%.1f", speed.gigaflops()),
        share(speed, peak, 1),
        share(speed, shaped, speed.cores()));
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
    return String.format(Locale.ROOT, format, value);
  }
}
