package dev.sieve.export.run;

/**
 * An interval of one hyperparameter.
 *
 * @param low smallest value
 * @param high largest value
 * @param logarithmic whether it was searched by its logarithm
 */
public record Range(double low, double high, boolean logarithmic) {}
