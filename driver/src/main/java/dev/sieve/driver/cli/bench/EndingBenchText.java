package dev.sieve.driver.cli.bench;

import dev.sieve.Texts;
import dev.sieve.bench.search.EndingBench;
import dev.sieve.bench.search.EndingBench.Figures;
import dev.sieve.bench.search.EndingBench.Line;
import dev.sieve.driver.cli.show.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The table that {@code bench search --confirm} prints. */
final class EndingBenchText {
  private EndingBenchText() {}

  static String of(EndingBench bench, Map<Line, Figures> figures) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("sampler", "winner", "regret", "optimism in points"));
    figures.forEach(
        (line, of) ->
            rows.add(
                List.of(
                    line.sampler(),
                    line.ending().name(),
                    Texts.format("%.4f ± %.4f", of.regret().mean(), of.regret().error()),
                    Texts.format(
                        "%+.2f ± %.2f", 100 * of.optimism().mean(), 100 * of.optimism().error()))));
    return Texts.format(
        """
        Searches of %d evaluations, fresh repeats among them, over all surfaces. Regret of the winner: 0
        is the best point, 1 the median one. Optimism: its accuracy as it is told, minus the true one.
        Mean ± standard error.

        %s""",
        bench.evaluations(), TextTable.aligned(rows));
  }
}
