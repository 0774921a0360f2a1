/**
 * What can be chosen, and from what: each hyperparameter declared once ({@link
 * dev.sieve.space.Axes}), its domains, the search space, which is the product of them, and the
 * configurations that are drawn from it. Values only; imports {@code net}, {@code schedule}, {@code
 * sample}, {@code format} and {@code dev.sieve}.
 */
package dev.sieve.space;
