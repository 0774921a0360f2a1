/**
 * How values are written in plain values, and read from them: what conf files, run directories and
 * command lines share. Imports {@code dev.sieve} alone.
 */
package dev.sieve.format;
