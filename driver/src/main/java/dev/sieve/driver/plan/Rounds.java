package dev.sieve.driver.plan;

import static dev.sieve.Checks.check;

import dev.sieve.data.DataSet;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.stage.StageData;
import dev.sieve.trial.TrialResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rounds of a search, as far as it has come: asks each stage's {@link Strategy} for the next
 * one, and tells it the results. What it answers depends on conf, data and results alone.
 */
public final class Rounds {
  private final SearchConf conf;
  private final StageData data;
  private final Told told;
  private final Map<String, Optional<PlannedRound>> next = new HashMap<>();

  public Rounds(SearchConf conf, StageData data) {
    this.conf = conf;
    this.data = data;
    this.told = new Told(conf);
  }

  /** Returns the first round of the first stage, which waits for no other. */
  public static PlannedRound first(SearchConf conf, DataSet images) {
    return new Rounds(conf, new StageData(conf, images)).next(conf.stages().get(0)).orElseThrow();
  }

  /**
   * Returns the next round of each stage that can go on, in the order of the conf: these need
   * nothing from each other. None where the search is over.
   */
  public List<PlannedRound> ready() {
    return conf.stages().stream()
        .filter(stage -> stage.plan().waitsFor().map(this::isOver).orElse(true))
        .flatMap(stage -> next(stage).stream())
        .toList();
  }

  /** Returns whether {@code stage} has ended: it can begin, and there is no next round. */
  public boolean isOver(String stage) {
    StageConf known =
        conf.stages().stream().filter(one -> one.name().equals(stage)).findFirst().orElseThrow();
    return known.plan().waitsFor().map(this::isOver).orElse(true) && next(known).isEmpty();
  }

  /**
   * Returns why {@code stage}, which is over, has not all of its configurations, in a sentence;
   * empty where its strategy did not end it.
   */
  public Optional<String> endedEarly(StageConf stage) {
    return Strategy.of(conf.seed(), stage).endedEarly(told);
  }

  /**
   * Returns the next round of {@code stage}, the same until its results are told; empty where the
   * stage is over. The stage that it waits for is over.
   */
  public Optional<PlannedRound> next(StageConf stage) {
    Optional<PlannedRound> known = next.get(stage.name());
    if (known == null) {
      known = plan(stage);
      next.put(stage.name(), known);
    }
    return known;
  }

  private Optional<PlannedRound> plan(StageConf stage) {
    int number = told.rounds(stage.name()).size();
    return Strategy.of(conf.seed(), stage)
        .next(told)
        .map(round -> new PlannedRound(data.of(stage), number, round));
  }

  /**
   * Tells what came of {@code round}, which is the next one of its stage.
   *
   * @param results of its trials, in their order
   */
  public void tell(PlannedRound round, List<TrialResult> results) {
    String stage = round.stage().name();
    check(
        results.stream().map(TrialResult::trial).toList().equals(round.trials()),
        "results must be those of round %d of stage %s, in the order of its trials",
        round.number(),
        stage);
    told.add(round.stage(), round.round(), results);
    next.remove(stage);
  }
}
