package dev.sieve.driver.reuse;

import dev.sieve.Texts;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.run.Provenance;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.journal.Journal;
import dev.sieve.driver.run.journal.JournalEntry;
import dev.sieve.run.PlanFile;
import dev.sieve.run.RunFiles;
import dev.sieve.run.UnreadableRun;
import dev.sieve.trial.Status;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A run that trials may be taken over from, ended or not. */
public final class EarlierRun {
  private final RunDirectory run;
  private final SearchConf conf;
  private final Optional<Provenance> provenance;
  private final Consumer<String> warn;
  private List<JournalEntry> entries; // null until they are asked for

  private EarlierRun(
      RunDirectory run, SearchConf conf, Optional<Provenance> provenance, Consumer<String> warn) {
    this.run = run;
    this.conf = conf;
    this.provenance = provenance;
    this.warn = warn;
  }

  /**
   * Opens {@code run}, but not its journal yet; a search may be at work there.
   *
   * @param warn hears of damaged files of the journal
   * @throws UserError where it is no run directory, or is damaged
   */
  public static EarlierRun open(RunDirectory run, Consumer<String> warn) {
    run.folder().reach();
    if (!run.folder().has(RunDirectory.CONF)) {
      throw new UserError(
          Texts.format(
              "finished trials are in run directories, but %s holds no %s",
              run.display(), RunDirectory.CONF));
    }
    String file = run.display() + "/" + RunDirectory.CONF;
    SearchConf conf =
        ConfFile.parse(run.folder().read(RunDirectory.CONF), file, List.of(), Map.of());
    return new EarlierRun(run, conf, Provenance.of(run), warn);
  }

  RunDirectory run() {
    return run;
  }

  /** Returns what its numbers come from; empty where it has trained nothing yet. */
  Optional<Provenance> provenance() {
    return provenance;
  }

  /** Returns whether its journal has trials, whatever came of them. */
  public boolean hasTrials() {
    return !entries().isEmpty();
  }

  private List<JournalEntry> entries() {
    if (entries == null) {
      entries = new Journal(run).look(damage -> warn.accept(run.display() + "/" + damage));
    }
    return entries;
  }

  /** Returns its data; empty where it has trained nothing yet. */
  private Optional<DataIdentity> data() {
    if (provenance.isEmpty() || !run.folder().has(RunFiles.PLAN)) {
      return Optional.empty();
    }
    String plan = run.display() + "/" + RunFiles.PLAN;
    try {
      return Optional.of(
          DataIdentity.of(provenance.get(), PlanFile.read(plan, run.folder().read(RunFiles.PLAN))));
    } catch (UnreadableRun damaged) {
      throw new UserError(damaged.getMessage());
    }
  }

  /** Tells {@code to} all trials whose numbers a training from nothing would have, too. */
  void finished(BiConsumer<TrialIdentity, FinishedTrial> to) {
    Map<String, Ground> grounds = data().map(known -> Ground.byStage(conf, known)).orElse(Map.of());
    Map<Name, Set<TrialIdentity>> names = new HashMap<>();
    for (JournalEntry entry : entries()) {
      if (grounds.containsKey(entry.stage())) {
        names
            .computeIfAbsent(Name.of(entry), name -> new HashSet<>())
            .add(TrialIdentity.of(grounds.get(entry.stage()), entry));
      }
    }
    for (JournalEntry entry : entries()) {
      if (grounds.containsKey(entry.stage()) && entry.status() != Status.FAILED) {
        boolean alone = names.get(Name.of(entry)).size() == 1;
        to.accept(
            TrialIdentity.of(grounds.get(entry.stage()), entry),
            new FinishedTrial(run, entry, alone));
      }
    }
  }

  /** What files of a trial are called by. Trials at rungs have none. */
  private record Name(String stage, int trial, boolean atRung) {
    static Name of(JournalEntry entry) {
      return new Name(entry.stage(), entry.trial(), entry.rung() != null);
    }
  }
}
