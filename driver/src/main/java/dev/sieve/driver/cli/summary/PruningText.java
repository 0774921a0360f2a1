package dev.sieve.driver.cli.summary;

import dev.sieve.Texts;
import dev.sieve.driver.saving.Pruning;
import dev.sieve.statistics.PruningAudit;
import java.util.Locale;
import java.util.stream.Collectors;

/** What pruning has saved in a stage, and what it has cost, in words. */
final class PruningText {
  private PruningText() {}

  static String of(Pruning pruning) {
    String rungs =
        pruning.configurations().entrySet().stream()
            .map(rung -> Texts.format("%d up to %d", rung.getValue(), rung.getKey()))
            .collect(Collectors.joining(", "));
    return Texts.format(
            "%n%s of %s: %s epochs; %d of %d trial-epochs, %.0f %% saved%n",
            pruning.rule().substring(0, 1).toUpperCase(Locale.ROOT) + pruning.rule().substring(1),
            pruning.stage(),
            rungs,
            pruning.trialEpochs(),
            pruning.whole(),
            100 - 100.0 * pruning.trialEpochs() / pruning.whole())
        + audit(pruning);
  }

  private static String audit(Pruning pruning) {
    PruningAudit audit = pruning.overBest();
    if (audit.audited() == 0) {
      return "";
    }
    return Texts.format(
            "  audit, %d trial-epochs: %d of %d pruned trained to the end%n",
            pruning.ofAudit(), audit.audited(), audit.pruned())
        + better("best", audit)
        + better("median", pruning.overMedian());
  }

  private static String better(String than, PruningAudit audit) {
    String found = Texts.format("    better than the %s of those kept: %d", than, audit.missed());
    return audit.audited() == audit.pruned()
        ? found + Texts.format("%n")
        : found
            + Texts.format(
                "; %d to %d of all pruned, with 95 %% confidence%n", audit.fewest(), audit.most());
  }
}
