/**
 * What a source of data is: its declaration, its settings, and the folders that it is read from.
 * Imports {@code data}, {@code format} and {@code dev.sieve}.
 */
package dev.sieve.data.source;
