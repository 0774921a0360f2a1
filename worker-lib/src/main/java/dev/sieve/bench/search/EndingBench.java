package dev.sieve.bench.search;

import static dev.sieve.Checks.require;

import dev.sieve.sample.cube.Evaluation;
import dev.sieve.sample.cube.History;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

/**
 * Ends the same searches in several ways: what is saved of a budget for fresh repeats is not there
 * to search with.
 *
 * @param seeds searches of each sampler on each surface, at least 2
 * @param evaluations of each, with its fresh repeats
 */
public record EndingBench(int seeds, int evaluations) {
  /** Points asked for at a time. */
  private static final int BATCH = 8;

  /** Neither lays out its points for the whole budget, so that a part of a search is a search. */
  private static final List<String> SAMPLERS = List.of("random", "gp");

  private static final List<Ending> ENDINGS =
      List.of(Ending.OBSERVED, Ending.SMOOTHED, Ending.FEW, Ending.USUAL);

  public EndingBench {
    require(seeds >= 2, "seeds", "must be >= 2", seeds);
    require(evaluations > Ending.USUAL.cost(), "evaluations", "must leave some", evaluations);
  }

  /** One way in which searches of one sampler end. */
  public record Line(String sampler, Ending ending) {}

  /**
   * What the searches of a line came to, averaged over the surfaces.
   *
   * @param optimism in accuracy: what is said of the winner, minus the truth
   */
  public record Figures(Regrets regret, Regrets optimism) {}

  /** Returns the lines with their figures, computed on {@code threads} threads. */
  public Map<Line, Figures> run(int threads) {
    List<Callable<Map<Line, Ended>>> tasks = new ArrayList<>();
    for (Surface surface : Surfaces.all()) {
      Yardstick unit = Yardstick.of(surface);
      for (int seed = 1; seed <= seeds; seed++) {
        int own = seed;
        tasks.add(() -> ended(surface, unit, own));
      }
    }
    List<Map<Line, Ended>> all = Parallel.results(threads, tasks);
    Map<Line, Figures> figures = new LinkedHashMap<>();
    for (Line line : all.get(0).keySet()) {
      List<Ended> ended = all.stream().map(one -> one.get(line)).toList();
      figures.put(line, new Figures(mean(ended, Ended::regret), mean(ended, Ended::optimism)));
    }
    return figures;
  }

  /** Returns figures by seed, the mean over the surfaces each. */
  private Regrets mean(List<Ended> ended, ToDoubleFunction<Ended> figure) {
    List<Regrets> bySurface = new ArrayList<>();
    for (int start = 0; start < ended.size(); start += seeds) {
      bySurface.add(
          new Regrets(
              ended.subList(start, start + seeds).stream()
                  .map(one -> figure.applyAsDouble(one))
                  .toList()));
    }
    return Regrets.meanOf(bySurface);
  }

  private Map<Line, Ended> ended(Surface surface, Yardstick unit, int seed) {
    Map<Line, Ended> lines = new LinkedHashMap<>();
    for (Contender contender : Contender.all()) {
      if (SAMPLERS.contains(contender.name())) {
        List<Evaluation> all =
            new Game(surface, contender, seed, evaluations, BATCH).play().evaluations();
        for (Ending ending : ENDINGS) {
          History searched =
              new History(all.subList(0, Math.min(all.size(), evaluations - ending.cost())));
          lines.put(
              new Line(contender.name(), ending), Ended.of(surface, unit, ending, searched, seed));
        }
      }
    }
    return lines;
  }
}
