/**
 * The root of the worker library: argument checks, which every package below may use. Imports
 * nothing.
 */
package dev.sieve;
