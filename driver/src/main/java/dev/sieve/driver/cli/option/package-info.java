/**
 * What several commands share: arguments that name a conf or a run, the version, and where warnings
 * go.
 */
package dev.sieve.driver.cli.option;
