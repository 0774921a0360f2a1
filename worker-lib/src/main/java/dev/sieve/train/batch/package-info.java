/**
 * Mini-batches: their order, and the augmentation of their inputs. Imports {@code data}, {@code
 * kernel}, {@code net}, {@code sample}, {@code space}, {@code team} and {@code dev.sieve}.
 */
package dev.sieve.train.batch;
