/** The command {@code plan}: what a search will take, as text and as JSON. */
package dev.sieve.driver.cli.forecast;
