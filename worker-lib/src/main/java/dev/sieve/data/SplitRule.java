package dev.sieve.data;

import java.io.Serializable;

/** How the pool is split, before it is known which images are in it. */
public record SplitRule(Selection train, Selection validation) implements Serializable {}
