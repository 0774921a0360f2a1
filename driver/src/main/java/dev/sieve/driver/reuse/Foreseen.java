package dev.sieve.driver.reuse;

import dev.sieve.data.DataSet;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.plan.PlannedRound;
import dev.sieve.driver.plan.Rounds;
import dev.sieve.driver.stage.StageData;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a search is finished before it runs, as far as finished trials tell which trials follow.
 */
public final class Foreseen {
  private final Map<String, List<List<Trial>>> rounds = new HashMap<>(); // by stage
  private final Set<String> over = new HashSet<>(); // stages
  private final Set<Trial> finished = new HashSet<>();

  private Foreseen() {}

  /** Returns that nothing is finished. */
  public static Foreseen nothing() {
    return new Foreseen();
  }

  /** Returns what {@code reuse} knows of the search {@code conf} over {@code set}. */
  public static Foreseen of(SearchConf conf, DataSet set, Reuse reuse) {
    Foreseen foreseen = new Foreseen();
    if (!reuse.isEmpty()) {
      foreseen.add(new Rounds(conf, new StageData(conf, set)), reuse);
    }
    return foreseen;
  }

  /** Goes on from round to round while all of their trials are finished. */
  private void add(Rounds search, Reuse reuse) {
    Set<String> open = new HashSet<>(); // stages that have trials to train
    List<PlannedRound> ready = search.ready();
    while (!ready.isEmpty()) {
      for (PlannedRound round : ready) {
        String stage = round.stage().name();
        rounds.computeIfAbsent(stage, name -> new ArrayList<>()).add(round.trials());
        List<TrialResult> results = new ArrayList<>();
        round.trials().forEach(trial -> result(reuse, trial).ifPresent(results::add));
        results.forEach(result -> finished.add(result.trial()));
        if (results.size() == round.trials().size()) {
          search.tell(round, results);
          if (search.isOver(stage)) {
            over.add(stage);
          }
        } else {
          open.add(stage);
        }
      }
      ready =
          search.ready().stream().filter(round -> !open.contains(round.stage().name())).toList();
    }
  }

  private static Optional<TrialResult> result(Reuse reuse, Trial trial) {
    return reuse.of(trial).stream().findFirst().map(there -> there.entry().result(trial));
  }

  /** Returns the rounds of {@code stage} that are known, the last of which may be unfinished. */
  public List<List<Trial>> rounds(String stage) {
    return rounds.getOrDefault(stage, List.of());
  }

  /** Returns whether all trials of {@code stage} are finished. */
  public boolean isOver(String stage) {
    return over.contains(stage);
  }

  /** Returns whether {@code trial} is finished, up to the end of its leg. */
  public boolean isFinished(Trial trial) {
    return finished.contains(trial);
  }

  /** Returns whether nothing is finished. */
  public boolean isEmpty() {
    return finished.isEmpty();
  }
}
