package dev.sieve.bench;

/**
 * Where the time of a step goes, in microseconds.
 *
 * @param load gathering and normalizing the images
 * @param forward product 1
 * @param between everything between the large products
 * @param update product 2
 */
public record Phases(double load, double forward, double between, double update) {}
