package dev.sieve.driver.cli.show;

import dev.sieve.driver.search.Pruning;
import dev.sieve.statistics.PruningAudit;
import java.util.Locale;
import java.util.stream.Collectors;

/** What pruning has saved in a stage, and what it has cost, in words. */
final class PruningText {
  private PruningText() {}

  static String of(Pruning pruning) {
    String rungs =
        pruning.configurations().entrySet().stream()
            .map(rung -> "%d up to %d".formatted(rung.getValue(), rung.getKey()))
            .collect(Collectors.joining(", "));
    return String.format(
            Locale.ROOT,
            "%nHalving of %s: %s epochs; %d of %d trial-epochs, %.0f %% saved%n",
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
    return "  audit, %d trial-epochs: %d of %d pruned trained to the end%n"
            .formatted(pruning.ofAudit(), audit.audited(), audit.pruned())
        + better("best", audit)
        + better("median", pruning.overMedian());
  }

  private static String better(String than, PruningAudit audit) {
    String found = "    better than the %s of those kept: %d".formatted(than, audit.missed());
    return audit.audited() == audit.pruned()
        ? found + "%n".formatted()
        : found
            + "; %d to %d of all pruned, with 95 %% confidence%n"
                .formatted(audit.fewest(), audit.most());
  }
}
