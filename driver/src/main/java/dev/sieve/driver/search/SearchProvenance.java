package dev.sieve.driver.search;

import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.plan.PlannedRound;
import dev.sieve.driver.run.Provenance;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.RunLock;
import dev.sieve.driver.run.SearchTime;
import java.util.List;

/**
 * Provenance and plan of a search while it runs: they grow with its stages, and are written each
 * time.
 */
final class SearchProvenance {
  private final RunDirectory run;
  private final RunLock lock;
  private final PlanRecord plan;
  private Provenance known;

  SearchProvenance(RunDirectory run, RunLock lock, PlanRecord plan, Provenance known) {
    this.run = run;
    this.lock = lock;
    this.plan = plan;
    this.known = known;
  }

  /**
   * Adds what spaces were narrowed to, where stages begin with some of {@code rounds}, and why
   * bounds moved.
   */
  void begin(List<PlannedRound> rounds) {
    List<PlannedRound> first = rounds.stream().filter(round -> round.number() == 0).toList();
    for (PlannedRound round : first) {
      plan.begin(round);
      if (round.isNarrowed()) {
        known = known.narrowed(round.stage().name(), round.round().space().written());
      }
    }
    List<PlannedRound> moved = rounds.stream().filter(r -> !r.reasons().isEmpty()).toList();
    moved.forEach(plan::moved);
    if (!first.isEmpty()) {
      write();
    }
    if (!first.isEmpty() || !moved.isEmpty()) {
      plan.write(run);
    }
  }

  /** Adds why {@code stage} has fewer configurations than it might have. */
  void ended(StageConf stage, String why) {
    plan.ended(stage, why);
    lock.check();
    plan.write(run);
  }

  /** Adds why the search has ended before its end. */
  void stopped(String why) {
    known = known.stopped(why);
    write();
  }

  /** Adds how long the search took. */
  void took(SearchTime time) {
    known = known.took(time);
    write();
  }

  private void write() {
    lock.check();
    known.write(run);
  }
}
