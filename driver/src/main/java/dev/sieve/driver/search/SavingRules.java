package dev.sieve.driver.search;

import dev.sieve.Texts;
import dev.sieve.driver.conf.Halving;
import dev.sieve.driver.conf.Pruner;
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
    stage.pruner().map(SavingRules::pruned).ifPresent(rules::add);
    if (stage.race()) {
      rules.add(race(stage));
    }
    if (stage.stopsWithoutGain()) {
      rules.add("ends where its sampler expects less of the next batch than noise hides");
    }
    return rules;
  }

  private static String pruned(Pruner pruner) {
    List<Integer> rungs = pruner.rungs();
    String before =
        rungs.subList(0, rungs.size() - 1).stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return Texts.format(
        "%s, after %s of %d epochs: %s; of those that are pruned, %.0f %% are audited",
        pruner.title(), before, rungs.get(rungs.size() - 1), goOn(pruner), 100 * pruner.audit());
  }

  private static String goOn(Pruner pruner) {
    return pruner instanceof Halving halving
        ? Texts.format("the best %.0f %% go on", 100 * halving.keep())
        : "those above the median of earlier ones go on";
  }

  private static String race(StageConf stage) {
    return Texts.format(
        "race: up to %d repeats, no further ones where significantly worse than the best (p < %s)",
        stage.repeats(), Race.ERROR);
  }
}
