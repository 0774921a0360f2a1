/**
 * What a run directory says, as values: its tables, its conf, where its numbers come from. Reads
 * columns by name, so that columns which later versions append do no harm. Imports {@code
 * dev.sieve.result} and {@code dev.sieve.data}, nothing of the other packages of this module.
 */
package dev.sieve.export.run;
