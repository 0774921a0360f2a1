package dev.sieve.driver.search;

import dev.sieve.Texts;
import dev.sieve.driver.conf.Halving;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.statistics.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a stage is to train less than all of its trials to the end, as its plan says it. */
final class SavingRules {
  private SavingRules() {}

  /** Returns a sentence for each rule of {@code stage}; none where it trains everything. */
  static List<String> of(StageConf stage) {
    List<String> rules = new ArrayList<>();
    stage.halving().map(SavingRules::halving).ifPresent(rules::add);
    if (stage.race()) {
      rules.add(race(stage));
    }
    if (stage.stopsWithoutGain()) {
      rules.add("ends where its sampler expects less of the next batch than noise hides");
    }
    return rules;
  }

  private static String halving(Halving halving) {
    List<Integer> rungs = halving.rungs();
    String before =
        rungs.subList(0, rungs.size() - 1).stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return Texts.format(
        "halving: after %s of %d epochs, %.0f %% go on; of those that are pruned, %.0f %% are audited",
        before, rungs.get(rungs.size() - 1), 100 * halving.keep(), 100 * halving.audit());
  }

  private static String race(StageConf stage) {
    return Texts.format(
        "race: up to %d repeats, no further ones where significantly worse than the best (p < %s)",
        stage.repeats(), Race.ERROR);
  }
}
