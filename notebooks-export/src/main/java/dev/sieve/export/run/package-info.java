/**
 * What a run directory says, as values: its tables, its conf, where its numbers come from. Reads
 * columns by name, so that columns which later versions append do no harm. Imports {@code
 * dev.sieve.result}, {@code dev.sieve.data} with the packages below it, and {@code statistics},
 * nothing of the other packages of this module.
 */
package dev.sieve.export.run;
