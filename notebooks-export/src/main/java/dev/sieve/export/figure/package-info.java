/**
 * The figures of a run: which there are, what each says, and exactly the numbers that it plots. How
 * it looks is told once, in the scripts below {@code charts}, for page and picture alike. Imports
 * {@code run} and {@code dev.sieve.statistics}.
 */
package dev.sieve.export.figure;
