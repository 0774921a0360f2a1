/**
 * CIFAR-10, as its authors distribute it. Imports {@code data}, {@code data.source}, {@code format}
 * and {@code dev.sieve}.
 */
package dev.sieve.data.cifar;
