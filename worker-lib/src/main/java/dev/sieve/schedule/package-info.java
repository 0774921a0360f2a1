/**
 * Learning-rate schedules: η as a pure function of the update, one record per shape. Imports {@code
 * format} and {@code dev.sieve}.
 */
package dev.sieve.schedule;
