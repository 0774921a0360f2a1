/**
 * The innermost loops: the two products of a layer over {@code Rows} and {@code Panels}, and loops
 * over single numbers. Sieve's own are written twice, by the Vector API and as plain loops, with
 * the same bits. Imports nothing but {@code dev.sieve}.
 */
package dev.sieve.kernel;
