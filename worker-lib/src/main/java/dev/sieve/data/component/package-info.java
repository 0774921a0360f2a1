/**
 * Principal components as inputs: fewer numbers that say nearly as much. The basis, and examples
 * seen in it. Imports {@code data}, {@code data.input}, {@code kernel}, {@code sample}, {@code
 * team} and {@code dev.sieve}.
 */
package dev.sieve.data.component;
