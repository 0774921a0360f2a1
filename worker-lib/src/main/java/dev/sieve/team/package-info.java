/**
 * Threads that train a pack together, and the cores of a JVM that its packs share. Knows nothing of
 * the work that it divides; imports {@code dev.sieve} alone.
 */
package dev.sieve.team;
