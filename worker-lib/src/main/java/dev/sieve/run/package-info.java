/**
 * The files of a run directory, which {@code search} writes and reports read: tables as CSV, arrays
 * as {@code .npz}, the resolved plan as JSON. Each format stands here alone, both ways. Imports
 * {@code result}, {@code space} and {@code format}.
 */
package dev.sieve.run;
