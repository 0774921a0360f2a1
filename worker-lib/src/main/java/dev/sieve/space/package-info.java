/**
 * What can be chosen, and from what: hyperparameters, the domain of each, and the search space,
 * which is the product of the domains. Values only; imports {@code net}, {@code sample} and {@code
 * dev.sieve}.
 */
package dev.sieve.space;
