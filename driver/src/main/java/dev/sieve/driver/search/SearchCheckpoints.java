package dev.sieve.driver.search;

import dev.sieve.Digest;
import dev.sieve.Texts;
import dev.sieve.driver.checkpoint.CheckpointFolder;
import dev.sieve.driver.checkpoint.CheckpointRule;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.pack.PackExecutor;
import dev.sieve.driver.run.Provenance;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;

/**
 * The checkpoints of one search, where its conf wants them; and what its trials leave at the rungs
 * of halving.
 */
final class SearchCheckpoints {
  private static final int HASH_BYTES = 6;

  private final CheckpointRule rule;
  private final Optional<CheckpointFolder> folder;

  private SearchCheckpoints(CheckpointRule rule, Optional<CheckpointFolder> folder) {
    this.rule = rule;
    this.folder = folder;
  }

  /**
   * Returns those of the search {@code conf} in {@code run}; touches nothing.
   *
   * @param provenance as far as it is known before the search
   * @param hadoop how files are reached
   * @param warn hears of files that were set aside
   */
  static SearchCheckpoints of(
      SearchConf conf,
      RunDirectory run,
      Provenance provenance,
      Configuration hadoop,
      Consumer<String> warn) {
    boolean rungs = conf.stages().stream().anyMatch(stage -> stage.pruner().isPresent());
    if (!conf.checkpoints().applies() && !rungs) {
      return new SearchCheckpoints(CheckpointRule.NEVER, Optional.empty());
    }
    // A folder of this search's own: states of another one would be of no use to it.
    String hash =
        Digest.of(
            List.of(provenance.platform().sieve(), provenance.conf(), provenance.dataFingerprint()),
            HASH_BYTES);
    String folder =
        conf.checkpoints()
            .path()
            .map(path -> path + "/" + conf.name() + "-" + hash)
            .orElse(run.folder().uri() + "/checkpoints");
    CheckpointRule rule = CheckpointRule.at(folder, hadoop, hash, conf.checkpoints().every());
    return new SearchCheckpoints(rule, Optional.of(rule.folder(hadoop, warn)));
  }

  /**
   * Returns those that {@code executor} and the driver can share. Halving does without: trials that
   * go on are trained from their beginning then, with the same results.
   *
   * @throws UserError where the conf asks for more
   */
  SearchCheckpoints seenBy(PackExecutor executor, SearchConf conf, Consumer<String> warn) {
    Optional<String> complaint =
        rule.applies() ? executor.unseen(rule.path()) : Optional.<String>empty();
    if (complaint.isEmpty()) {
      return this;
    }
    if (conf.checkpoints().applies()) {
      throw new UserError(
          Texts.format(
              "checkpoint-every needs a folder that the driver and every executor can write to, but %s."
                  + " Set checkpoint-path to one, or checkpoint-every = none",
              complaint.get()));
    }
    warn.accept(
        Texts.format(
            "halving trains those that go on from their beginning, since there is no folder for their"
                + " states: %s. Set checkpoint-path to one that the driver and every executor can"
                + " write to",
            complaint.get()));
    return new SearchCheckpoints(CheckpointRule.NEVER, Optional.empty());
  }

  CheckpointRule rule() {
    return rule;
  }

  /** See {@link CheckpointFolder#origins}. */
  Map<Trial, String> origins(List<Trial> trials) {
    return folder.map(kept -> kept.origins(trials)).orElse(Map.of());
  }

  /** Forgets the pack {@code pack}, whose results are durable. */
  void delete(String pack) {
    folder.ifPresent(kept -> kept.delete(pack));
  }

  /** Forgets what trials of {@code stage} left at their rungs: it is over. */
  void forget(String stage) {
    folder.ifPresent(kept -> kept.forget(stage));
  }

  /** Forgets all packs: the search is over. */
  void clear() {
    folder.ifPresent(CheckpointFolder::clear);
  }
}
