package dev.sieve.driver.claim;

import dev.sieve.Texts;
import dev.sieve.driver.conf.Identity;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.driver.run.Provenance;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.journal.Journal;
import dev.sieve.driver.run.journal.JournalEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The search that a run directory holds, if any, beside one that is to run there.
 *
 * @param run of that search
 */
record HeldSearch(RunDirectory run) {
  private static final int LONGEST = 100;

  /**
   * Returns why it is not the search {@code conf} over these data; empty where it is, or is none.
   */
  Optional<String> differenceFrom(SearchConf conf, String dataFingerprint) {
    return run.isInUse() ? otherConf(conf).or(() -> otherData(dataFingerprint)) : Optional.empty();
  }

  /** Returns both fingerprints where the data are others. */
  Optional<String> otherData(String dataFingerprint) {
    return Provenance.of(run)
        .map(Provenance::dataFingerprint)
        .filter(known -> !known.equals(dataFingerprint))
        .map(
            known ->
                Texts.format(
                    "%s was made with other images: their fingerprint is %s there, but %s here",
                    run.display(), known, dataFingerprint));
  }

  private Optional<String> otherConf(SearchConf conf) {
    String file = run.display() + "/" + RunDirectory.CONF;
    SearchConf there =
        ConfFile.parse(run.folder().read(RunDirectory.CONF), file, List.of(), Map.of());
    FurtherStages stages = new FurtherStages(there, conf);
    List<String> differing = stages.differingKeys();
    return differing.isEmpty()
        ? lost(stages.left())
        : Optional.of(
            Texts.format(
                "%s holds another search: %s",
                run.display(),
                differing.stream()
                    .map(key -> difference(key, there.identity(), conf.identity()))
                    .collect(Collectors.joining("; "))));
  }

  /** The tables have the stages of the conf alone: rows of others would be gone. */
  private Optional<String> lost(Set<String> left) {
    return left.isEmpty()
        ? Optional.empty()
        : new Journal(run)
            .look(damage -> {}).stream()
                .map(JournalEntry::stage)
                .filter(left::contains)
                .findFirst()
                .map(
                    stage ->
                        Texts.format(
                            "%s has trials of stage %s: search.stages must list it",
                            run.display(), stage));
  }

  private static String difference(String key, Identity there, Identity here) {
    return Texts.format(
        "%s is %s there, but %s here",
        key,
        shown(there.values().getOrDefault(key, "not set")),
        shown(here.values().getOrDefault(key, "not set")));
  }

  /** What a search has learned from others is long. */
  private static String shown(String value) {
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
  }
}
