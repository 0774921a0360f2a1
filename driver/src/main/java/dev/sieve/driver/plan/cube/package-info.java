/**
 * A stage as its sampler sees it: the unit cube of what it searches, and what its configurations
 * have come to so far. Imports no other package of the driver.
 */
package dev.sieve.driver.plan.cube;
