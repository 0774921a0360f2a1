package dev.sieve.driver.forecast;

import dev.sieve.bench.ExampleKind;
import dev.sieve.data.SplitRule;
import dev.sieve.data.input.Normalization;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.net.Topology;
import dev.sieve.trial.Trial;

/**
 * What the tasks of a job share, as far as it decides how long they take: stages with equal ones
 * share packs, as those with an equal {@link dev.sieve.driver.pack.JobShare} do.
 *
 * @param inputs of the networks
 * @param train examples
 * @param validation examples
 * @param test examples that each trial is measured on at its end
 * @param kept whether networks are kept, and {@code together} whether probabilities are
 */
record Share(
    SplitRule split,
    Normalization normalization,
    ExampleKind inputs,
    int train,
    int validation,
    int test,
    boolean kept,
    boolean together) {

  static Share of(SearchConf conf, StageConf stage, DataSizes data) {
    boolean last = stage.name().equals(StageConf.FINAL);
    ExampleKind all = data.examples();
    return new Share(
        stage.split(),
        stage.normalization(),
        stage
            .components()
            .map(count -> new ExampleKind(count, false, null, all.classes()))
            .orElse(all),
        data.count(stage.split().train()),
        data.count(stage.split().validation()),
        last || conf.evaluation().reportTest() ? data.test() : 0,
        conf.keepsModels(stage),
        last || conf.measuresTogether(stage));
  }

  Topology topology(Trial trial) {
    return new Topology(inputs.inputs(), trial.hyperparameters().hidden(), inputs.classes());
  }
}
