/**
 * Data sets as values: examples in their compact form, labels, parts, names of classes, and which
 * examples train and which validate. Imports {@code sample} and {@code dev.sieve}.
 *
 * <p>What lies below: {@code input} makes of values the inputs of a network; {@code source} says
 * what a source of data is, {@code cifar} and {@code synthetic} are sources, {@code catalog} lists
 * them.
 */
package dev.sieve.data;
