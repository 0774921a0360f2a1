/**
 * The sources that need Hadoop, and the list of all sources there are. Imports nothing else of the
 * driver.
 */
package dev.sieve.driver.source;
