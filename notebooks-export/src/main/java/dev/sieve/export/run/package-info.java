/**
 * What a run directory says, as values: its tables, its plan, where its numbers come from. Reads
 * columns by name, so that columns which later versions append do no harm. Imports {@code
 * dev.sieve.run}, {@code dev.sieve.result}, {@code dev.sieve.data}, {@code dev.sieve.data.input}
 * and {@code dev.sieve.statistics}, nothing of the other packages of this module.
 */
package dev.sieve.export.run;
