/**
 * What the commands print: tables, summaries and live lines as text. Decides nothing and reads no
 * file. Imports what it shows: {@code search}, {@code repeat}, {@code check} and {@code data} of
 * the driver.
 */
package dev.sieve.driver.cli.show;
