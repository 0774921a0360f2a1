package dev.sieve.driver.conf;

import static dev.sieve.Checks.require;
import static java.util.Objects.requireNonNull;

import dev.sieve.sample.ask.SamplerName;

/**
 * How a stage draws its configurations, and chooses among them.
 *
 * @param batch how many configurations are asked for at a time; all of the stage's where the
 *     sampler does not learn
 * @param choose what the stages that follow choose the best by
 */
public record Sampling(SamplerName sampler, int batch, ChooseBy choose) {
  public Sampling {
    requireNonNull(sampler, "sampler is null");
    require(batch >= 1, "batch", "must be >= 1", batch);
    requireNonNull(choose, "choose is null");
  }
}
