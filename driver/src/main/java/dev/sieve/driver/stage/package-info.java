/**
 * Stages, and the examples that they train and validate on: split, scaled by what the training
 * examples say, and turned into principal components where the conf asks for them; and where their
 * trials may stop. Trains nothing. Imports {@code conf} of the driver.
 */
package dev.sieve.driver.stage;
