/**
 * How sure measured accuracies are: intervals, differences, and who is best. Plain numbers; imports
 * {@code sample} and {@code dev.sieve}.
 */
package dev.sieve.statistics;
