/**
 * How much each hyperparameter matters: the share of the variance of scores that it explains, alone
 * and in pairs. A pure function of what samplers are told. Imports {@code sample}, {@code
 * sample.cube} and {@code sample.gp}.
 */
package dev.sieve.importance;
