/**
 * Checks the gradients of the training step against a slow reference in double precision, and the
 * reference against difference quotients. Imports {@code net}, {@code net.pack}, {@code kernel},
 * {@code sample} and {@code dev.sieve}.
 */
package dev.sieve.net.check;
