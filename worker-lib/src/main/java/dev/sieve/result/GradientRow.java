package dev.sieve.result;

import dev.sieve.net.check.ParameterCheck;

/** One row of {@link GradientTable}. */
public record GradientRow(String group, ParameterCheck check) {}
