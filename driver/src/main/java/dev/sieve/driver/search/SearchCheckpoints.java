package dev.sieve.driver.search;

import dev.sieve.Digest;
import dev.sieve.driver.checkpoint.CheckpointFolder;
import dev.sieve.driver.checkpoint.CheckpointRule;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.run.Provenance;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;

/** The checkpoints of one search, where its conf wants them. */
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
    if (!conf.checkpoints().applies()) {
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

  /** Forgets all packs: the search is over. */
  void clear() {
    folder.ifPresent(CheckpointFolder::clear);
  }
}
