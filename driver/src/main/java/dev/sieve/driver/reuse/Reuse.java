package dev.sieve.driver.reuse;

import dev.sieve.data.DataSet;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.plan.Rounds;
import dev.sieve.driver.stage.StageData;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What other runs have finished of the trials that a search may plan. Their journals are read when
 * it is first asked.
 */
public final class Reuse {
  private final Map<String, Ground> grounds; // of the search's stages, by name
  private final List<EarlierRun> runs;
  private Map<TrialIdentity, List<FinishedTrial>> finished; // null until it is asked

  private Reuse(Map<String, Ground> grounds, List<EarlierRun> runs) {
    this.grounds = Map.copyOf(grounds);
    this.runs = List.copyOf(runs);
  }

  /**
   * Returns what {@code runs} have finished for the search {@code conf}.
   *
   * @param set its data
   * @param fingerprint of these
   */
  public static Reuse of(SearchConf conf, DataSet set, String fingerprint, List<EarlierRun> runs) {
    return new Reuse(Ground.byStage(conf, DataIdentity.of(set, fingerprint)), runs);
  }

  private Map<TrialIdentity, List<FinishedTrial>> finished() {
    if (finished == null) {
      finished = new HashMap<>();
      Set<Ground> wanted = new HashSet<>(grounds.values());
      runs.forEach(
          run ->
              run.finished(
                  (identity, trial) -> {
                    if (wanted.contains(identity.ground())) {
                      finished.computeIfAbsent(identity, i -> new ArrayList<>(1)).add(trial);
                    }
                  }));
    }
    return finished;
  }

  /** Returns whether no trial of this search can be known. */
  public boolean isEmpty() {
    return finished().isEmpty();
  }

  /**
   * Returns whether it knows some of the trials that {@code conf} trains over {@code set} first.
   */
  public boolean isWantedAtFirst(SearchConf conf, DataSet set) {
    return !isEmpty()
        && new Rounds(conf, new StageData(conf, set))
            .ready().stream()
                .flatMap(round -> round.trials().stream())
                .anyMatch(trial -> !of(trial).isEmpty());
  }

  /**
   * Returns the finished trials that have the numbers of {@code planned}, of the first run first.
   */
  public List<FinishedTrial> of(Trial planned) {
    Ground ground = grounds.get(planned.stage());
    return ground == null
        ? List.of()
        : finished().getOrDefault(TrialIdentity.of(ground, planned), List.of());
  }
}
