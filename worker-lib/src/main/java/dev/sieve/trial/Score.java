package dev.sieve.trial;

/**
 * What a configuration is expected to reach after the results of its neighbours have been heard,
 * not only its own.
 *
 * @param mean posterior mean of its validation accuracy, not cut off at 0 or 1
 * @param deviation of what the mean leaves open
 */
public record Score(double mean, double deviation) {}
