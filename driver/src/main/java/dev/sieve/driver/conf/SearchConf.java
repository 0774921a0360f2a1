package dev.sieve.driver.conf;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import dev.sieve.Rule;
import dev.sieve.data.source.DataSource;
import dev.sieve.engine.Engine;
import dev.sieve.learned.LearnedStage;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Evaluation.Ensembles;
import java.util.List;
import java.util.Optional;

/**
 * A search, as its conf says it.
 *
 * @param name fills the column {@code search}
 * @param stages in the order in which they run
 * @param divergedLoss a trial whose batch loss exceeds it, or is no finite number, has diverged
 * @param catalog where the tables of runs are kept together; empty where they are not
 * @param packSize most trials of one pack
 * @param engine computes the products of all trainings
 * @param learned what other searches have found, for the stages whose samplers learn
 * @param resolved the conf that was read, with every default filled in, as HOCON text
 * @param identity the part of it that decides the results
 */
public record SearchConf(
    String name,
    long seed,
    DataSource source,
    List<StageConf> stages,
    Evaluation evaluation,
    KeepModels keepModels,
    double divergedLoss,
    Limits limits,
    Checkpointing checkpoints,
    Optional<TablePrefix> catalog,
    int packSize,
    Engine engine,
    List<LearnedStage> learned,
    String resolved,
    Identity identity) {

  /** Of the most trials that a pack may have. */
  public static final Rule<Integer> PACK_SIZE =
      new Rule<>("must be 1 to 256", size -> 1 <= size && size <= 256);

  public SearchConf {
    requireNonNull(name, "name is null");
    requireNonNull(source, "source is null");
    stages = List.copyOf(stages);
    check(!stages.isEmpty(), "a search needs at least one stage, but has none");
    requireNonNull(evaluation, "evaluation is null");
    requireNonNull(keepModels, "keepModels is null");
    Rule.POSITIVE.require("diverged-loss", divergedLoss);
    requireNonNull(limits, "limits are null");
    requireNonNull(checkpoints, "checkpoints are null");
    requireNonNull(catalog, "catalog is null");
    PACK_SIZE.require("packing.size", packSize);
    requireNonNull(engine, "engine is null");
    learned = List.copyOf(learned);
    requireNonNull(resolved, "resolved is null");
    requireNonNull(identity, "identity is null");
  }

  /** Returns whether the networks of {@code stage} stay in the run directory. */
  public boolean keepsModels(StageConf stage) {
    return keepModels == KeepModels.ALL
        || (keepModels == KeepModels.FINAL && stage.name().equals(StageConf.FINAL));
  }

  /** Returns whether the repeats of {@code stage} are measured together, as ensembles. */
  public boolean measuresTogether(StageConf stage) {
    return evaluation.ensembles() == Ensembles.REPEATS && stage.repeats() > 1;
  }

  /** Returns whether a stage has a race of repeats. */
  public boolean races() {
    return stages.stream().anyMatch(StageConf::race);
  }
}
