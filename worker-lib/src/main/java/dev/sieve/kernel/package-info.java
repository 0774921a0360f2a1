/**
 * The loops in which training spends its time: the two products of a layer, and the way from bytes
 * to inputs. Each is written twice, by the Vector API and plainly, with the same bits. Imports
 * nothing but {@code dev.sieve}.
 */
package dev.sieve.kernel;
