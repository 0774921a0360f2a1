package dev.sieve.driver.conf;

import static dev.sieve.Checks.require;
import static java.util.Objects.requireNonNull;

import dev.sieve.Rule;
import dev.sieve.sample.ask.SamplerName;

/**
 * How a stage draws its configurations, and chooses among them.
 *
 * @param batch how many configurations are asked for at a time; all of the stage's where the
 *     sampler does not learn
 * @param choose what the stages that follow choose the best by
 * @param rounds 1; or how often the stage begins anew, each time in a box around its best so far
 * @param outside share of the later rounds' configurations that the box does not bind
 * @param stopWhen what ends the stage before it has all of its configurations
 */
public record Sampling(
    SamplerName sampler,
    int batch,
    ChooseBy choose,
    int rounds,
    double outside,
    StopWhen stopWhen) {
  public Sampling {
    requireNonNull(sampler, "sampler is null");
    require(batch >= 1, "batch", "must be >= 1", batch);
    requireNonNull(choose, "choose is null");
    require(rounds >= 1, "rounds", "must be >= 1", rounds);
    require(
        rounds == 1 || sampler == SamplerName.SOBOL,
        "sampler",
        "must be sobol where rounds is above 1, whose boxes get points that are spread evenly",
        sampler.text());
    Rule.PROBABILITY.require("outside", outside);
    requireNonNull(stopWhen, "stopWhen is null");
  }

  /** With all of its configurations. */
  public Sampling(SamplerName sampler, int batch, ChooseBy choose, int rounds, double outside) {
    this(sampler, batch, choose, rounds, outside, StopWhen.NONE);
  }

  /** In one round, with all of its configurations. */
  public Sampling(SamplerName sampler, int batch, ChooseBy choose) {
    this(sampler, batch, choose, 1, 0);
  }
}
