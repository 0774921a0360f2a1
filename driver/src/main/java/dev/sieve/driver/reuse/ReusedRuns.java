package dev.sieve.driver.reuse;

import dev.sieve.Texts;
import dev.sieve.data.DataSet;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.run.Platform;
import dev.sieve.driver.run.Provenance;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.RunLock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;

/**
 * The runs that one run takes finished trials over from. Its provenance names them before the first
 * trial is taken over, so that a search that is continued needs no option.
 */
public final class ReusedRuns {
  /**
   * In a run directory that makes way for a changed plan: says so until the new run has recorded
   * it, whatever kills the driver between the two.
   */
  private static final String MAKES_WAY = ".makes-way";

  private final RunDirectory run;
  private final List<EarlierRun> runs;
  private final Consumer<String> warn;

  private ReusedRuns(RunDirectory run, List<EarlierRun> runs, Consumer<String> warn) {
    this.run = run;
    this.runs = runs;
    this.warn = warn;
  }

  /**
   * Returns those of {@code run}: what the user names, what its provenance does, and what has made
   * way for it, with the runs that this one has taken trials over from.
   *
   * @param named by the user
   * @param warn hears of those that are gone, or of no use
   * @throws dev.sieve.driver.error.UserError where one that the user names is no run
   */
  public static ReusedRuns of(
      RunDirectory run, List<RunDirectory> named, Configuration hadoop, Consumer<String> warn) {
    Map<String, RunDirectory> all = new LinkedHashMap<>();
    named.forEach(one -> all.put(one.folder().uri(), one));
    List<RunDirectory> before = new ArrayList<>(List.of(run));
    run.asides().stream().filter(aside -> aside.folder().has(MAKES_WAY)).forEach(before::add);
    for (RunDirectory one : before) {
      all.putIfAbsent(one.folder().uri(), one);
      addRecorded(one, all, hadoop, warn);
    }
    all.remove(run.folder().uri()); // what it has finished itself is known anyway
    List<EarlierRun> opened = new ArrayList<>();
    all.values().forEach(one -> opened.add(EarlierRun.open(one, warn)));
    return new ReusedRuns(run, opened, warn);
  }

  /** Adds the runs that {@code run} has taken trials over from. */
  private static void addRecorded(
      RunDirectory run, Map<String, RunDirectory> to, Configuration hadoop, Consumer<String> warn) {
    for (String uri : Provenance.of(run).map(Provenance::reused).orElse(List.of())) {
      RunDirectory recorded = RunDirectory.at(uri, hadoop);
      if (recorded.folder().has(RunDirectory.CONF)) {
        to.putIfAbsent(uri, recorded);
      } else {
        warn.accept(
            Texts.format(
                "%s is gone: what was not taken over from it yet is trained", recorded.display()));
      }
    }
  }

  /**
   * Sets {@code run} aside for one of a changed plan, and returns where it is kept.
   *
   * @throws dev.sieve.driver.error.UserError where the run is under way
   */
  @SuppressWarnings("try") // the lock is held, not used: nobody else may begin there meanwhile
  public static String makeWay(RunDirectory run) {
    try (RunLock held = RunLock.of(run)) {
      run.folder().write(MAKES_WAY, "");
      return run.setAside();
    }
  }

  /**
   * Leaves out the runs that were trained so that last digits may differ from those of {@code
   * here}.
   */
  public ReusedRuns on(Platform here) {
    List<EarlierRun> alike = new ArrayList<>();
    for (EarlierRun one : runs) {
      List<String> differences =
          one.provenance().stream()
              .flatMap(provenance -> provenance.platforms().stream())
              .flatMap(there -> here.differences(there).stream())
              .distinct()
              .toList();
      if (differences.isEmpty()) {
        alike.add(one);
      } else {
        warn.accept(
            Texts.format(
                "nothing is taken over from %s, which was trained on another platform (%s): last digits may differ",
                one.run().display(), String.join("; ", differences)));
      }
    }
    return new ReusedRuns(run, alike, warn);
  }

  /**
   * Returns {@code provenance}, and that these runs are taken over from; durable on return where
   * that is new.
   */
  public Provenance record(Provenance provenance) {
    Provenance all = provenance;
    for (EarlierRun one : runs) {
      if (one.provenance().isPresent()) {
        all = all.reusing(one.run(), one.provenance().get());
      }
    }
    if (!all.equals(provenance)) {
      all.write(run);
    }
    run.asides().stream()
        .filter(aside -> aside.folder().has(MAKES_WAY))
        .forEach(aside -> aside.folder().delete(MAKES_WAY));
    return all;
  }

  /** Returns these and the run itself, of this plan or an earlier one, if it is there. */
  public ReusedRuns withItself() {
    if (!run.isInUse()) {
      return this;
    }
    List<EarlierRun> all = new ArrayList<>(List.of(EarlierRun.open(run, warn)));
    all.addAll(runs);
    return new ReusedRuns(run, all, warn);
  }

  public boolean isEmpty() {
    return runs.isEmpty();
  }

  /** Returns what they have finished for the search {@code conf} over {@code set}. */
  public Reuse reuse(SearchConf conf, DataSet set, String fingerprint) {
    return Reuse.of(conf, set, fingerprint, runs);
  }
}
