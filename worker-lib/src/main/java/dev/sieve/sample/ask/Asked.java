package dev.sieve.sample.ask;

import dev.sieve.sample.cube.Point;

/**
 * A point to evaluate.
 *
 * @param trial its number, from 0, by which its result is told
 */
public record Asked(int trial, Point point) {}
