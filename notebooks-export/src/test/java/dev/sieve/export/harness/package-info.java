/** Run directories made for tests, and a browser. */
package dev.sieve.export.harness;
