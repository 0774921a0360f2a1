/**
 * What a trial has reached while it trains: position, learning curve, best network, ensembles,
 * failure. All of it is saved in checkpoints. Imports {@code format}, {@code net}, {@code sample},
 * {@code space}, {@code trial} and {@code dev.sieve}.
 */
package dev.sieve.train.state;
