package dev.sieve.driver.reuse;

import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.run.Journal;
import dev.sieve.driver.run.JournalEntry;
import dev.sieve.driver.run.Provenance;
import dev.sieve.driver.run.RunDirectory;
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

/**
 * A run that trials may be taken over from, ended or not.
 *
 * @param provenance empty where the run has trained nothing
 * @param data empty likewise
 * @param entries of its journal
 */
public record EarlierRun(
    RunDirectory run,
    SearchConf conf,
    Optional<Provenance> provenance,
    Optional<DataIdentity> data,
    List<JournalEntry> entries) {

  /**
   * Reads what {@code run} says; a search may be at work there.
   *
   * @param warn hears of damaged files of the journal
   * @throws UserError where it is no run directory, or is damaged
   */
  public static EarlierRun open(RunDirectory run, Consumer<String> warn) {
    run.folder().reach();
    if (!run.folder().has(RunDirectory.CONF)) {
      throw new UserError(
          "finished trials are in run directories, but %s holds no %s"
              .formatted(run.display(), RunDirectory.CONF));
    }
    String file = run.display() + "/" + RunDirectory.CONF;
    SearchConf conf =
        ConfFile.parse(run.folder().read(RunDirectory.CONF), file, List.of(), Map.of());
    Optional<Provenance> provenance = Provenance.of(run);
    if (provenance.isEmpty() || !run.folder().has(RunFiles.PLAN)) {
      return new EarlierRun(run, conf, Optional.empty(), Optional.empty(), List.of());
    }
    return new EarlierRun(
        run,
        conf,
        provenance,
        Optional.of(data(run, provenance.get())),
        new Journal(run).look(damage -> warn.accept(run.display() + "/" + damage)));
  }

  private static DataIdentity data(RunDirectory run, Provenance provenance) {
    String plan = run.display() + "/" + RunFiles.PLAN;
    try {
      return DataIdentity.of(provenance, PlanFile.read(plan, run.folder().read(RunFiles.PLAN)));
    } catch (UnreadableRun damaged) {
      throw new UserError(damaged.getMessage());
    }
  }

  /** Tells {@code to} all trials whose numbers a training from nothing would have, too. */
  void finished(BiConsumer<TrialIdentity, FinishedTrial> to) {
    Map<String, Ground> grounds = new HashMap<>();
    for (StageConf stage : conf.stages()) {
      data.flatMap(known -> Ground.of(conf, stage, known))
          .ifPresent(ground -> grounds.put(stage.name(), ground));
    }
    Map<Name, Set<TrialIdentity>> names = new HashMap<>();
    for (JournalEntry entry : entries) {
      if (grounds.containsKey(entry.stage())) {
        names
            .computeIfAbsent(Name.of(entry), name -> new HashSet<>())
            .add(TrialIdentity.of(grounds.get(entry.stage()), entry));
      }
    }
    for (JournalEntry entry : entries) {
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
