/**
 * Which trials train together: packs, what they cost, and how they keep the executors busy; and
 * what the tasks of a job share. Knows no Spark. Imports {@code plan}, {@code checkpoint} and
 * {@code conf} of the driver.
 */
package dev.sieve.driver.pack;
