/**
 * Failures that are told apart by their exit code, and what those of Spark and Hadoop mean. Imports
 * nothing of ours, so that all may throw them.
 */
package dev.sieve.driver.error;
