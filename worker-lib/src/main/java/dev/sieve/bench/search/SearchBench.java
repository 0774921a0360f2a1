package dev.sieve.bench.search;

import static dev.sieve.Checks.require;

import dev.sieve.sample.cube.History;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Plays every sampler on every surface under many seeds.
 *
 * @param seeds how many, at least 2
 * @param batches that samplers which learn are asked for
 * @param evaluations after which regret is measured, in ascending order
 */
public record SearchBench(int seeds, List<Integer> batches, List<Integer> evaluations) {
  /** Searches of fewer trials than these have a start of their own, and are played apart. */
  private static final int SMALL_BUDGET = 40;

  public SearchBench {
    require(seeds >= 2, "seeds", "must be >= 2", seeds);
    batches = List.copyOf(batches);
    evaluations = List.copyOf(evaluations);
    require(!batches.isEmpty(), "batches", "must not be empty", batches);
    require(!evaluations.isEmpty(), "evaluations", "must not be empty", evaluations);
  }

  /** Returns the regrets of all contenders on all surfaces, played on {@code threads} threads. */
  public Map<Cell, Regrets> run(int threads) {
    Map<Cell, List<Double>> regrets = new LinkedHashMap<>();
    for (Map<Cell, Double> one : Parallel.results(threads, tasks())) {
      one.forEach(
          (cell, regret) -> regrets.computeIfAbsent(cell, key -> new ArrayList<>()).add(regret));
    }
    Map<Cell, Regrets> cells = new LinkedHashMap<>();
    regrets.forEach((cell, bySeed) -> cells.put(cell, new Regrets(bySeed)));
    return cells;
  }

  private List<Callable<Map<Cell, Double>>> tasks() {
    List<Callable<Map<Cell, Double>>> tasks = new ArrayList<>();
    for (Surface surface : Surfaces.all()) {
      Yardstick unit = Yardstick.of(surface);
      for (Contender contender : Contender.all()) {
        for (int seed = 1; seed <= seeds; seed++) {
          int own = seed;
          tasks.add(() -> regrets(surface, unit, contender, own));
        }
      }
    }
    return tasks;
  }

  private Map<Cell, Double> regrets(
      Surface surface, Yardstick unit, Contender contender, long seed) {
    Map<Cell, Double> regrets = new LinkedHashMap<>();
    for (int batch : contender.learns() ? batches : List.of(0)) {
      for (List<Integer> together : together(contender)) {
        int budget = together.get(together.size() - 1);
        Game game = new Game(surface, contender, seed, budget, batch == 0 ? budget : batch);
        History history = game.play();
        for (int after : together) {
          regrets.put(
              new Cell(surface.name(), contender.name(), batch, after),
              game.regret(unit, history, after));
        }
      }
    }
    return regrets;
  }

  /** Returns which of the {@link #evaluations} are seen in one search: else each has its own. */
  private List<List<Integer>> together(Contender contender) {
    List<List<Integer>> games = new ArrayList<>();
    List<Integer> large = new ArrayList<>();
    for (int after : evaluations) {
      if (contender.whole() || after < SMALL_BUDGET) {
        games.add(List.of(after));
      } else {
        large.add(after);
      }
    }
    if (!large.isEmpty()) {
      games.add(large);
    }
    return games;
  }
}
