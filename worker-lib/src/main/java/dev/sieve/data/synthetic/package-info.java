/**
 * The built-in generator of images. Imports {@code data}, {@code data.source}, {@code format},
 * {@code sample} and {@code dev.sieve}.
 */
package dev.sieve.data.synthetic;
