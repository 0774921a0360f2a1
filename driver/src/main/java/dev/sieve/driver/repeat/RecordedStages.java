package dev.sieve.driver.repeat;

import dev.sieve.Suggestion;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.plan.PlannedStage;
import dev.sieve.driver.plan.RecordedTrials;
import dev.sieve.driver.plan.StagePlanner;
import dev.sieve.driver.run.JournalEntry;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stages of a recorded run, planned again as far as its journal allows. */
final class RecordedStages {
  private final SearchConf conf;
  private final StagePlanner planner;
  private final RecordedTrials recorded;
  private final Map<String, PlannedStage> planned = new HashMap<>();

  RecordedStages(SearchConf conf, StagePlanner planner, RecordedTrials recorded) {
    this.conf = conf;
    this.planner = planner;
    this.recorded = recorded;
  }

  /** Returns those whose trials are known, in the order of the conf. */
  List<PlannedStage> known() {
    return conf.stages().stream()
        .filter(stage -> StagePlanner.waitsFor(stage).map(this::isComplete).orElse(true))
        .map(this::plan)
        .toList();
  }

  /**
   * Returns the stage {@code name}.
   *
   * @throws UserError where there is none, or where its trials follow from some without result
   */
  PlannedStage named(String name) {
    StageConf stage = conf(name);
    StagePlanner.waitsFor(stage)
        .filter(before -> !isComplete(before))
        .ifPresent(
            before -> {
              throw new UserError(
                  "stage %s follows from %s, which is not done: the search must go on first"
                      .formatted(name, before));
            });
    return plan(stage);
  }

  private boolean isComplete(String name) {
    StageConf stage = conf(name);
    return StagePlanner.waitsFor(stage).map(this::isComplete).orElse(true)
        && recorded.of(plan(stage)).size() == plan(stage).trials().size();
  }

  /** The stage that {@code stage} waits for is complete. */
  private PlannedStage plan(StageConf stage) {
    PlannedStage known = planned.get(stage.name());
    if (known == null) {
      Map<String, List<TrialResult>> done = new HashMap<>();
      StagePlanner.waitsFor(stage).ifPresent(before -> done.put(before, results(before)));
      known = planner.plan(stage, done);
      planned.put(stage.name(), known);
    }
    return known;
  }

  private List<TrialResult> results(String name) {
    PlannedStage stage = plan(conf(name));
    Map<Trial, JournalEntry> entries = recorded.of(stage);
    return stage.trials().stream().map(trial -> entries.get(trial).result(trial)).toList();
  }

  private StageConf conf(String name) {
    return conf.stages().stream()
        .filter(stage -> stage.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UserError(unknown(name)));
  }

  private String unknown(String name) {
    List<String> names = conf.stages().stream().map(StageConf::name).toList();
    return "there is no stage '%s'; %s".formatted(name, Suggestion.of(name, names));
  }
}
