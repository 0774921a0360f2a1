package dev.sieve.driver.conf;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Packing;
import java.util.List;

/**
 * A search, as its conf says it.
 *
 * @param name fills the column {@code search}
 * @param stages in the order in which they run
 * @param divergedLoss a trial whose batch loss exceeds it, or is no finite number, has diverged
 * @param resolved the conf that was read, with every default filled in, as HOCON text
 * @param identity the part of it that decides the results
 */
public record SearchConf(
    String name,
    long seed,
    SourceConf source,
    List<StageConf> stages,
    Evaluation evaluation,
    KeepModels keepModels,
    double divergedLoss,
    Limits limits,
    Checkpointing checkpoints,
    Packing packing,
    String resolved,
    Identity identity) {

  public SearchConf {
    requireNonNull(name, "name is null");
    requireNonNull(source, "source is null");
    stages = List.copyOf(stages);
    check(!stages.isEmpty(), "a search needs at least one stage, but has none");
    requireNonNull(evaluation, "evaluation is null");
    requireNonNull(keepModels, "keepModels is null");
    check(
        0 < divergedLoss && divergedLoss < Double.POSITIVE_INFINITY,
        "diverged-loss must be finite and > 0, but was %s",
        divergedLoss);
    requireNonNull(limits, "limits are null");
    requireNonNull(checkpoints, "checkpoints are null");
    requireNonNull(packing, "packing is null");
    requireNonNull(resolved, "resolved is null");
    requireNonNull(identity, "identity is null");
  }
}
