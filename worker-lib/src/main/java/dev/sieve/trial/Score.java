package dev.sieve.trial;

/**
 * What a trial counts where the best configurations are chosen, if that is not its accuracy; higher
 * is better.
 *
 * @param mean its own {@link Metric#worth}; or what its configuration is expected to reach after
 *     the results of its neighbours have been heard: the posterior mean of that, not cut off at 0
 *     or 1
 * @param deviation of what the posterior mean leaves open; NaN where the score is its own
 */
public record Score(double mean, double deviation) {}
