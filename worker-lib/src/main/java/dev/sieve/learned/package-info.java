/**
 * What other searches have found, as samplers are told it and confs keep it. Imports {@code format}
 * of the worker library.
 */
package dev.sieve.learned;
