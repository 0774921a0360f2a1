/** The command line: one class per command. May import everything of the driver. */
package dev.sieve.driver.cli;
