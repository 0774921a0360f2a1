/**
 * The journal of a run: the truth about its trials while a search is at work. Records of packs, the
 * segments that these are merged into, and how both are read. Imports {@code run} and {@code error}
 * of the driver, and the worker library.
 */
package dev.sieve.driver.run.journal;
