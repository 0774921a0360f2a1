/**
 * The root of the worker library: argument checks and the wording of messages, which every package
 * below may use. Imports nothing.
 */
package dev.sieve;
