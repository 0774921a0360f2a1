package dev.sieve.result;

import dev.sieve.trial.CurvePoint;
import dev.sieve.trial.Trial;

/** One row of {@link CurveTable}. */
public record CurveRow(String search, Trial trial, CurvePoint point) {}
