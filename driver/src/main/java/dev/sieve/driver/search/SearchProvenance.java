package dev.sieve.driver.search;

import dev.sieve.driver.plan.PlannedRound;
import dev.sieve.driver.run.Provenance;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.RunLock;
import java.util.List;

/** The provenance of a search while it runs: grows with its stages, and is written each time. */
final class SearchProvenance {
  private final RunDirectory run;
  private final RunLock lock;
  private Provenance known;

  SearchProvenance(RunDirectory run, RunLock lock, Provenance known) {
    this.run = run;
    this.lock = lock;
    this.known = known;
  }

  /** Adds what spaces were narrowed to, where stages begin with some of {@code rounds}. */
  void begin(List<PlannedRound> rounds) {
    List<PlannedRound> first = rounds.stream().filter(round -> round.number() == 0).toList();
    for (PlannedRound round : first) {
      if (round.isNarrowed()) {
        known = known.narrowed(round.stage().name(), round.round().space().written());
      }
    }
    if (!first.isEmpty()) {
      write();
    }
  }

  /** Adds why the search has ended before its end. */
  void stopped(String why) {
    known = known.stopped(why);
    write();
  }

  private void write() {
    lock.check();
    known.write(run);
  }
}
