package dev.sieve.driver.reuse;

import dev.sieve.data.DataSet;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.plan.Rounds;
import dev.sieve.driver.stage.StageData;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What other runs have finished of the trials that a search may plan. */
public final class Reuse {
  private final Map<String, Ground> grounds; // of the search's stages, by name
  private final Map<TrialIdentity, List<FinishedTrial>> finished = new HashMap<>();

  private Reuse(Map<String, Ground> grounds) {
    this.grounds = grounds;
  }

  /** Returns that of no other run. */
  public static Reuse none() {
    return new Reuse(Map.of());
  }

  /**
   * Returns what {@code runs} have finished for the search {@code conf}.
   *
   * @param set its data
   * @param fingerprint of these
   */
  public static Reuse of(SearchConf conf, DataSet set, String fingerprint, List<EarlierRun> runs) {
    DataIdentity data = DataIdentity.of(set, fingerprint);
    Map<String, Ground> grounds = new HashMap<>();
    for (StageConf stage : conf.stages()) {
      Ground.of(conf, stage, data).ifPresent(ground -> grounds.put(stage.name(), ground));
    }
    Reuse reuse = new Reuse(grounds);
    Set<Ground> wanted = new HashSet<>(grounds.values());
    runs.forEach(
        run ->
            run.finished(
                (identity, trial) -> {
                  if (wanted.contains(identity.ground())) {
                    reuse.finished.computeIfAbsent(identity, i -> new ArrayList<>(1)).add(trial);
                  }
                }));
    return reuse;
  }

  /** Returns whether no trial of this search can be known. */
  public boolean isEmpty() {
    return finished.isEmpty();
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
        : finished.getOrDefault(TrialIdentity.of(ground, planned), List.of());
  }
}
