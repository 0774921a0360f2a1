/** Failures that are told apart by their exit code. Imports nothing, so that all may throw them. */
package dev.sieve.driver.error;
