package dev.sieve.driver.repeat;

import dev.sieve.Suggestion;
import dev.sieve.Texts;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.plan.PlannedRound;
import dev.sieve.driver.plan.RecordedTrials;
import dev.sieve.driver.plan.Rounds;
import dev.sieve.driver.run.journal.JournalEntry;
import dev.sieve.trial.Trial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The stages of a recorded run, their rounds derived again as far as its journal allows. */
final class RecordedStages {
  private final SearchConf conf;
  private final Rounds rounds;
  private final RecordedTrials recorded;
  private final Map<String, RecordedStage> stages = new HashMap<>();

  /**
   * @param rounds none of which was told yet
   */
  RecordedStages(SearchConf conf, Rounds rounds, RecordedTrials recorded) {
    this.conf = conf;
    this.rounds = rounds;
    this.recorded = recorded;
  }

  /** Returns those of which trials are known, in the order of the conf. */
  List<RecordedStage> known() {
    return conf.stages().stream()
        .filter(stage -> stage.plan().waitsFor().map(this::isComplete).orElse(true))
        .map(this::derive)
        .toList();
  }

  /**
   * Returns the stage {@code name}.
   *
   * @throws UserError where there is none, or where its trials follow from some without result
   */
  RecordedStage named(String name) {
    StageConf stage = conf(name);
    stage
        .plan()
        .waitsFor()
        .filter(before -> !isComplete(before))
        .ifPresent(
            before -> {
              throw new UserError(
                  Texts.format(
                      "stage %s follows from %s, which is not done: the search must go on first",
                      name, before));
            });
    return derive(stage);
  }

  private boolean isComplete(String name) {
    StageConf stage = conf(name);
    return stage.plan().waitsFor().map(this::isComplete).orElse(true) && derive(stage).isComplete();
  }

  /** The stage that {@code stage} waits for is complete. */
  private RecordedStage derive(StageConf stage) {
    RecordedStage known = stages.get(stage.name());
    if (known == null) {
      known = rounds(stage);
      stages.put(stage.name(), known);
    }
    return known;
  }

  private RecordedStage rounds(StageConf stage) {
    PlannedRound first = rounds.next(stage).orElseThrow();
    SortedMap<Integer, Trial> trials = new TreeMap<>(); // each on its last leg
    Map<Trial, JournalEntry> entries = new HashMap<>();
    for (Optional<PlannedRound> next = Optional.of(first); next.isPresent(); ) {
      PlannedRound round = next.get();
      round.trials().forEach(trial -> trials.put(trial.index(), trial));
      Map<Trial, JournalEntry> found = recorded.of(round.trials());
      entries.putAll(found);
      if (found.size() < round.trials().size()) {
        break; // the next one follows from results that there are not
      }
      rounds.tell(round, round.trials().stream().map(t -> found.get(t).result(t)).toList());
      next = rounds.next(stage);
    }
    entries.keySet().retainAll(trials.values());
    return new RecordedStage(first.stage(), List.copyOf(trials.values()), entries);
  }

  private StageConf conf(String name) {
    return conf.stages().stream()
        .filter(stage -> stage.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UserError(unknown(name)));
  }

  private String unknown(String name) {
    List<String> names = conf.stages().stream().map(StageConf::name).toList();
    return Texts.format("there is no stage '%s'; %s", name, Suggestion.of(name, names));
  }
}
