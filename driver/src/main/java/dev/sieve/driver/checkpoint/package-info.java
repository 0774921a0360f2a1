/**
 * The states of long trainings, kept in a folder that all executors see, so that a lost one costs
 * minutes. Imports {@code run} and {@code error} of the driver, and the worker library.
 */
package dev.sieve.driver.checkpoint;
