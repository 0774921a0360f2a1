package dev.sieve.bench.search;

import dev.sieve.sample.Streams;
import dev.sieve.sample.ask.AskTell;
import dev.sieve.sample.ask.Asked;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.gp.Smoothed;
import java.util.List;
import java.util.OptionalInt;

/** One search of one sampler on one surface. */
record Game(Surface surface, Contender contender, long seed, int budget, int batch) {

  /** Returns all that was evaluated: the budget, or as much as the sampler had to ask for. */
  History play() {
    AskTell search =
        new AskTell(
            contender.maker().over(surface.cube(), Streams.seed(seed, contender.name()), budget));
    while (search.history().size() < budget) {
      List<Asked> asked = search.ask(Math.min(batch, budget - search.history().size()));
      if (asked.isEmpty()) {
        break;
      }
      for (Asked one : asked) {
        search.tell(
            one.trial(), surface.evaluate(one.point(), Streams.of(seed, "noise", one.trial())));
      }
    }
    return search.history();
  }

  /**
   * Returns the regret of the point that {@code history} makes one choose after {@code
   * evaluations}: that of the best posterior mean; 1 where nothing has a score.
   */
  double regret(Yardstick unit, History history, int evaluations) {
    History seen =
        new History(history.evaluations().subList(0, Math.min(evaluations, history.size())));
    OptionalInt best = Smoothed.best(surface.cube(), seen);
    return best.isEmpty()
        ? 1
        : unit.regret(surface, seen.evaluations().get(best.getAsInt()).point());
  }
}
