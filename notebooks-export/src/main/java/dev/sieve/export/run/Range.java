package dev.sieve.export.run;

/** An interval of one hyperparameter. */
public record Range(double low, double high) {}
