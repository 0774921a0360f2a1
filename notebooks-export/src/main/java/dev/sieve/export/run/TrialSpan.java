package dev.sieve.export.run;

/**
 * When a trial of a pack was trained.
 *
 * @param label of the trial
 * @param start seconds since the first pack began, and {@code end}; those of its pack in runs that
 *     do not record them
 */
public record TrialSpan(String label, double start, double end) {}
