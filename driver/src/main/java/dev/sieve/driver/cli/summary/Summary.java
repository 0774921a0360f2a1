package dev.sieve.driver.cli.summary;

import dev.sieve.Texts;
import dev.sieve.driver.search.Results;
import dev.sieve.result.ImportanceText;
import java.util.List;
import java.util.stream.Collectors;

/** What a search says at its end: the five best configurations, and the final model. */
public final class Summary {
  private static final int BEST = 5;

  private Summary() {}

  public static String of(Results results, String run) {
    StringBuilder text =
        new StringBuilder(
            BestText.of(results.ranking().stream().limit(BEST).toList(), results.metric()));
    text.append(
        importance(
            ImportanceText.sentences(results.rows().importance(), results.metric().title())));
    results.endings().forEach(why -> text.append(Texts.format("%nStage %s%n", why)));
    results.savings().pruning().forEach(pruning -> text.append(PruningText.of(pruning)));
    results.savings().races().forEach(raced -> text.append(RaceText.of(raced)));
    results.confirmation().map(ConfirmationText::of).ifPresent(text::append);
    text.append(FinalText.of(results));
    text.append(EnsembleText.of(results));
    results.reused().map(Summary::reused).ifPresent(text::append);
    return text.append(
            Texts.format(
                "%nTables: %s/trials.csv, curves.csv, executions.csv, and the same as .parquet%n",
                run))
        .toString();
  }

  private static String reused(Results.Reused reused) {
    return Texts.format(
        "%nReused: %d of %d trials, %d of %d trial-epochs, from %s%n",
        reused.trials(),
        reused.ofTrials(),
        reused.trialEpochs(),
        reused.ofTrialEpochs(),
        String.join(", ", reused.runs()));
  }

  private static String importance(List<String> sentences) {
    return sentences.stream().map(one -> Texts.format("%n%s%n", one)).collect(Collectors.joining());
  }
}
