/**
 * Trains a pack of networks from arrays: on an executor, or on a laptop without Spark. Imports
 * {@code trial} and what lies below it.
 */
package dev.sieve.train;
