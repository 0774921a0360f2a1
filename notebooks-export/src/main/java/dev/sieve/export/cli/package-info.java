/** The command line. */
package dev.sieve.export.cli;
