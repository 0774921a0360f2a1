/**
 * What the stages of a search have planned and trained so far, and what pruning and races have
 * saved. Imports {@code plan}, {@code plan.cube}, {@code stage} and {@code conf} of the driver.
 */
package dev.sieve.driver.saving;
