/**
 * The sources that need Hadoop, and the list of all sources there are. Imports {@code source.frame}
 * and {@code source.image} of the driver.
 */
package dev.sieve.driver.source;
