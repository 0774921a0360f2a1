package dev.sieve.driver.plan;

import static java.util.Objects.requireNonNull;

import dev.sieve.Texts;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.error.UserError;
import dev.sieve.schedule.Horizon;
import dev.sieve.trial.Trial;

/**
 * The first trial that a search would train, as far as the conf alone tells.
 *
 * @param horizon how long it trains
 */
public record FirstTrial(Trial trial, Horizon horizon) {

  public FirstTrial {
    requireNonNull(trial, "trial is null");
    requireNonNull(horizon, "horizon is null");
  }

  public static FirstTrial of(SearchConf conf) {
    StageConf stage = conf.stages().get(0);
    Round round = Strategy.of(conf.seed(), stage).next(new Told(conf)).orElseThrow();
    Trial trial = round.trials().get(0);
    int images = examples(conf, stage);
    int batchSize = trial.hyperparameters().batchSize();
    return new FirstTrial(trial, Horizon.of(images, batchSize, trial.epochs()));
  }

  private static int examples(SearchConf conf, StageConf stage) {
    return conf.source()
        .count(stage.split().train())
        .orElseThrow(
            () ->
                new UserError(
                    Texts.format(
                            "search.data.train must be a number, since %s tells the lengths of its files",
                            conf.source().name())
                        + " only when it is opened"));
  }
}
