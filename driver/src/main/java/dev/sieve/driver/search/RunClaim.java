package dev.sieve.driver.search;

import dev.sieve.data.DataSet;
import dev.sieve.driver.conf.Identity;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.reuse.EarlierRun;
import dev.sieve.driver.reuse.Reuse;
import dev.sieve.driver.run.Journal;
import dev.sieve.driver.run.JournalEntry;
import dev.sieve.driver.run.Platform;
import dev.sieve.driver.run.Provenance;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.RunLock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Decides whether a search may use a run directory: an empty one, or one of the same search. */
public final class RunClaim {
  private RunClaim() {}

  /**
   * Returns whether {@code run} holds this very search already, which is then to be continued.
   *
   * @throws UserError where it holds something else; nothing is written
   */
  public static boolean check(RunDirectory run, SearchConf conf, String dataFingerprint) {
    checkPlace(run);
    otherSearch(run, conf, dataFingerprint)
        .ifPresent(
            why -> {
              throw new UserError(why + ". " + WAYS_OUT);
            });
    return run.isInUse();
  }

  /**
   * Returns whether {@code run} holds another search, of whose finished trials {@code conf} plans
   * some: it then makes way for this one, which takes them over.
   *
   * @throws UserError where it holds something else; nothing is written
   */
  public static boolean isChanged(
      RunDirectory run, SearchConf conf, DataSet data, String dataFingerprint) {
    checkPlace(run);
    Optional<String> other = otherSearch(run, conf, dataFingerprint);
    if (other.isEmpty()) {
      return false;
    }
    EarlierRun there = EarlierRun.open(run, damage -> {});
    Reuse reuse = Reuse.of(conf, data, dataFingerprint, List.of(there));
    if (!reuse.isWantedAtFirst(conf, data)) {
      throw new UserError(
          "%s, and none of its trials can be kept. %s".formatted(other.get(), WAYS_OUT));
    }
    return true;
  }

  /**
   * Refuses a run of which no trial can be one of the search {@code conf}.
   *
   * @throws UserError where it is none, or where nothing of it can be taken over, with the keys
   */
  public static void checkReused(
      RunDirectory run, SearchConf conf, DataSet data, String dataFingerprint) {
    EarlierRun there = EarlierRun.open(run, damage -> {});
    if (!there.entries().isEmpty()
        && Reuse.of(conf, data, dataFingerprint, List.of(there)).isEmpty()) {
      throw new UserError(
          "no trial of %s can be taken over: %s"
              .formatted(
                  run.display(),
                  otherData(run, dataFingerprint)
                      .or(() -> otherConf(run, conf))
                      .orElse("its trials are trained by an engine of other bits")));
    }
  }

  /** Returns why {@code run} does not hold this very search; empty where it does, or nothing. */
  private static Optional<String> otherSearch(
      RunDirectory run, SearchConf conf, String dataFingerprint) {
    return run.isInUse()
        ? otherConf(run, conf).or(() -> otherData(run, dataFingerprint))
        : Optional.empty();
  }

  /**
   * Refuses a place that can be no run directory; nothing is written.
   *
   * @throws UserError where it cannot be written, or holds other things than a run
   */
  public static void checkPlace(RunDirectory run) {
    run.folder().checkPlace();
    if (run.isInUse() && !run.folder().has(RunDirectory.CONF)) {
      throw new UserError(
          "%s must be empty or a run directory, but holds %s and no %s"
              .formatted(run.display(), run.folder().list("").get(0), RunDirectory.CONF));
    }
  }

  /**
   * Locks {@code run}, which is created where it does not exist, and looks once more at what it
   * holds: another search may have begun there since {@link #check}.
   *
   * @throws UserError where another process holds it, or it holds something else
   */
  public static RunLock lock(RunDirectory run, SearchConf conf, String dataFingerprint) {
    run.folder().create();
    RunLock lock = RunLock.of(run);
    try {
      check(run, conf, dataFingerprint);
      return lock;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Sets aside what {@code run} holds, and returns where it is kept; nothing where it holds
   * nothing.
   *
   * @throws UserError where the run is under way
   */
  @SuppressWarnings("try") // the lock is held, not used: nobody else may begin there meanwhile
  public static Optional<String> setAside(RunDirectory run) {
    if (!run.isInUse()) {
      return Optional.empty();
    }
    try (RunLock held = RunLock.of(run)) {
      return Optional.of(run.setAside());
    }
  }

  /**
   * Refuses other images than those that {@code run} was made with.
   *
   * @throws UserError with both fingerprints
   */
  public static void checkData(RunDirectory run, String dataFingerprint) {
    otherData(run, dataFingerprint)
        .ifPresent(
            why -> {
              throw new UserError(why + ". " + WAYS_OUT);
            });
  }

  private static Optional<String> otherData(RunDirectory run, String dataFingerprint) {
    return Provenance.of(run)
        .map(Provenance::dataFingerprint)
        .filter(known -> !known.equals(dataFingerprint))
        .map(
            known ->
                "%s was made with other images: their fingerprint is %s there, but %s here"
                    .formatted(run.display(), known, dataFingerprint));
  }

  /**
   * Returns the provenance with which the search {@code conf} begins in {@code run}, or goes on.
   *
   * @param sieve this version
   * @param warn hears of other platforms that a part of the run was trained on
   */
  public static Provenance provenance(
      RunDirectory run,
      SearchConf conf,
      String dataFingerprint,
      String sieve,
      Consumer<String> warn) {
    Platform here = Platform.here(sieve, conf.engine());
    Provenance now =
        Provenance.of(here, conf.identity().hash(), conf.source().name(), dataFingerprint);
    Optional<Provenance> before = Provenance.of(run);
    before
        .map(earlier -> here.differences(earlier.platform()))
        .filter(differences -> !differences.isEmpty())
        .ifPresent(
            differences ->
                warn.accept(
                    "a part of this run was trained on another platform (%s): last digits may differ"
                        .formatted(String.join("; ", differences))));
    return before.map(now::after).orElse(now);
  }

  private static final String WAYS_OUT =
      "Choose another --out, or --fresh, which keeps the old run beside the new one";

  private static Optional<String> otherConf(RunDirectory run, SearchConf conf) {
    String file = run.display() + "/" + RunDirectory.CONF;
    SearchConf there =
        ConfFile.parse(run.folder().read(RunDirectory.CONF), file, List.of(), Map.of());
    FurtherStages stages = new FurtherStages(there, conf);
    List<String> differing = stages.differingKeys();
    return differing.isEmpty()
        ? lost(run, stages.left())
        : Optional.of(
            "%s holds another search: %s"
                .formatted(
                    run.display(),
                    differing.stream()
                        .map(key -> difference(key, there.identity(), conf.identity()))
                        .collect(Collectors.joining("; "))));
  }

  /** The tables have the stages of the conf alone: rows of others would be gone. */
  private static Optional<String> lost(RunDirectory run, Set<String> left) {
    return left.isEmpty()
        ? Optional.empty()
        : new Journal(run)
            .look(damage -> {}).stream()
                .map(JournalEntry::stage)
                .filter(left::contains)
                .findFirst()
                .map(
                    stage ->
                        "%s has trials of stage %s: search.stages must list it"
                            .formatted(run.display(), stage));
  }

  private static String difference(String key, Identity there, Identity here) {
    return "%s is %s there, but %s here"
        .formatted(
            key,
            there.values().getOrDefault(key, "not set"),
            here.values().getOrDefault(key, "not set"));
  }
}
