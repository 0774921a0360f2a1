/**
 * Trains a pack of networks from arrays: on an executor, or on a laptop without Spark. Imports
 * {@code engine}, {@code data.component}, {@code train.batch}, {@code train.state}, {@code trial}
 * and what lies below them.
 */
package dev.sieve.train;
