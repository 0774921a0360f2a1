/**
 * A trial, what it is measured by, and what came of it. Values only; imports {@code space}, {@code
 * sample.cube}, {@code statistics} and {@code dev.sieve}.
 */
package dev.sieve.trial;
