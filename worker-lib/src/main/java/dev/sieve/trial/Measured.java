package dev.sieve.trial;

import java.io.Serializable;

/**
 * What was measured on the images that take no part in training.
 *
 * @param test null unless it was asked for
 */
public record Measured(Metrics validation, Metrics test) implements Serializable {}
