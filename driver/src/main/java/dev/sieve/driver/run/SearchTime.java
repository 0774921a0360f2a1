package dev.sieve.driver.run;

/**
 * Seconds from the command of a search to its summary, without its report.
 *
 * @param predicted before the first trial
 * @param from the least that was expected, and {@code to} the most
 * @param actual that it took
 */
public record SearchTime(double predicted, double from, double to, double actual) {}
