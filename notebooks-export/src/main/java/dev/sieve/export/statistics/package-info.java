/**
 * How sure a measured accuracy is: intervals. Plain numbers; imports nothing of Sieve but checks.
 */
package dev.sieve.export.statistics;
