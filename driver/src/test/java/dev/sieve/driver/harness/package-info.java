/** Real processes for integration tests: the command as users start it, and a cluster. */
package dev.sieve.driver.harness;
