/**
 * Which trials train together: packs, what they cost, and how they keep the executors busy; what
 * the tasks of a job share; and the interface of what trains packs. Knows no Spark. Imports {@code
 * plan}, {@code stage}, {@code checkpoint} and {@code conf} of the driver.
 */
package dev.sieve.driver.pack;
