/**
 * Random streams, and samplers that draw points of the unit cube whatever came of earlier ones.
 * They know neither hyperparameters nor domains. Imports {@code dev.sieve} alone. Samplers that
 * learn are built from these, in {@code sample.gp} and {@code sample.tpe}; {@code sample.ask} is
 * where to start reading.
 */
package dev.sieve.sample;
