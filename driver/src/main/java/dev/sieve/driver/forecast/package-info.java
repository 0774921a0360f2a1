/**
 * What a search will take before it runs: trials, operations, packs, time and memory. Draws the
 * trials as strategies do, packs them as a search does, and times a few updates; trains nothing.
 * Imports {@code conf}, {@code pack}, {@code plan} and {@code reuse} of the driver.
 */
package dev.sieve.driver.forecast;
