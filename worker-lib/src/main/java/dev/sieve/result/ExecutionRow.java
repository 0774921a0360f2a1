package dev.sieve.result;

import dev.sieve.trial.Execution;
import dev.sieve.trial.Trial;

/**
 * One row of {@link ExecutionTable}.
 *
 * @param command trains exactly that trial again
 */
public record ExecutionRow(String search, Trial trial, Execution execution, String command) {}
