package dev.sieve.driver.claim;

import dev.sieve.Texts;
import dev.sieve.data.DataSet;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.reuse.EarlierRun;
import dev.sieve.driver.reuse.Reuse;
import dev.sieve.driver.run.Platform;
import dev.sieve.driver.run.Provenance;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.RunLock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Decides whether a search may use a run directory: an empty one, or one of the same search. */
public final class RunClaim {
  private static final String WAYS_OUT =
      "Choose another --out, or --fresh, which keeps the old run beside the new one";

  private RunClaim() {}

  /**
   * Returns whether {@code run} holds this very search already, which is then to be continued.
   *
   * @throws UserError where it holds something else; nothing is written
   */
  public static boolean check(RunDirectory run, SearchConf conf, String dataFingerprint) {
    checkPlace(run);
    new HeldSearch(run)
        .differenceFrom(conf, dataFingerprint)
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
    Optional<String> other = new HeldSearch(run).differenceFrom(conf, dataFingerprint);
    if (other.isEmpty()) {
      return false;
    }
    EarlierRun there = EarlierRun.open(run, damage -> {});
    Reuse reuse = Reuse.of(conf, data, dataFingerprint, List.of(there));
    if (!reuse.isWantedAtFirst(conf, data)) {
      throw new UserError(
          Texts.format("%s, and none of its trials can be kept. %s", other.get(), WAYS_OUT));
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
    if (there.hasTrials() && Reuse.of(conf, data, dataFingerprint, List.of(there)).isEmpty()) {
      throw new UserError(
          Texts.format(
              "no trial of %s can be taken over: %s",
              run.display(),
              new HeldSearch(run)
                  .differenceFrom(conf, dataFingerprint)
                  .orElse("they failed, or their engine gives the bits of one machine")));
    }
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
          Texts.format(
              "%s must be empty or a run directory, but holds %s and no %s",
              run.display(), run.folder().list("").get(0), RunDirectory.CONF));
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
    new HeldSearch(run)
        .otherData(dataFingerprint)
        .ifPresent(
            why -> {
              throw new UserError(why + ". " + WAYS_OUT);
            });
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
                    Texts.format(
                        "a part of this run was trained on another platform (%s): last digits may differ",
                        String.join("; ", differences))));
    return before.map(now::after).orElse(now);
  }
}
