package dev.sieve.driver.cli.bench;

import dev.sieve.Texts;
import dev.sieve.bench.search.Cell;
import dev.sieve.bench.search.Contender;
import dev.sieve.bench.search.Regrets;
import dev.sieve.bench.search.SearchBench;
import dev.sieve.bench.search.Surface;
import dev.sieve.bench.search.Surfaces;
import dev.sieve.driver.cli.show.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The tables that {@code bench search} prints. */
final class SearchBenchText {
  /** What the table by surface shows, as far as it was measured. */
  private static final int BATCH = 8;

  private static final int EVALUATIONS = 60;

  private SearchBenchText() {}

  /** Returns regrets averaged over the surfaces of each kind, and those of each surface. */
  static String of(SearchBench bench, Map<Cell, Regrets> cells) {
    return Texts.format(
        """
        Regret of the point of the best posterior mean: 0 is the best point, 1 the median one.
        Mean ± standard error.

        Continuous surfaces
        %s
        Lists and conditions
        %s
        By surface, after %d evaluations, learning samplers in batches of %d
        %s""",
        averages(bench, cells, Surface::continuous),
        averages(bench, cells, surface -> !surface.continuous()),
        EVALUATIONS,
        BATCH,
        bySurface(cells));
  }

  private static String averages(
      SearchBench bench, Map<Cell, Regrets> cells, Predicate<Surface> kind) {
    List<Surface> surfaces = Surfaces.all().stream().filter(kind).toList();
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("sampler", "batch"));
    bench.evaluations().forEach(after -> header.add(String.valueOf(after)));
    rows.add(header);
    for (Contender contender : Contender.all()) {
      for (int batch : contender.learns() ? bench.batches() : List.of(0)) {
        List<String> row =
            new ArrayList<>(
                List.of(contender.name(), contender.learns() ? String.valueOf(batch) : "any"));
        for (int after : bench.evaluations()) {
          row.add(
              text(
                  Regrets.meanOf(
                      surfaces.stream()
                          .map(one -> cells.get(cell(one, contender, batch, after)))
                          .toList())));
        }
        rows.add(row);
      }
    }
    return TextTable.aligned(rows);
  }

  private static String bySurface(Map<Cell, Regrets> cells) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("surface"));
    Contender.all().forEach(contender -> header.add(contender.name()));
    rows.add(header);
    for (Surface surface : Surfaces.all()) {
      List<String> row = new ArrayList<>(List.of(surface.name()));
      for (Contender contender : Contender.all()) {
        int batch = contender.learns() ? BATCH : 0;
        row.add(text(cells.get(cell(surface, contender, batch, EVALUATIONS))));
      }
      rows.add(row);
    }
    return TextTable.aligned(rows);
  }

  private static Cell cell(Surface surface, Contender contender, int batch, int after) {
    return new Cell(surface.name(), contender.name(), batch, after);
  }

  private static String text(Regrets regrets) {
    return Texts.format("%.3f ± %.3f", regrets.mean(), regrets.error());
  }
}
